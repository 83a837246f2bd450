package pannier.gate.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pannier.gate.shelf.Shelf;

/**
 * One real PostgreSQL server for all tests of a run: an empty database for each {@link PostgresUrl}
 * that a test asks for, and the same one, emptied, for each {@link Shelf}, as making tables takes a
 * second.
 */
public final class RealPostgres implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(RealPostgres.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PostgresUrl.class || type == Shelf.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent("server", _ -> Server.start(), Server.class);
    return parameter.getParameter().getType() == Shelf.class
        ? new Shelf.OnServer(server.emptiedDatabase(), new Reach(System::nanoTime))
        : server.freshDatabase();
  }

  /** The running server, which forgets what a power cut would take: tests are quick with it. */
  static final class Server implements AutoCloseable {
    private final PostgresServer server;
    private static final String EMPTY_ALL =
        """
        DO $$ DECLARE it RECORD; BEGIN
          FOR it IN SELECT schemaname AS s, tablename AS t FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
              AND tablename NOT IN ('flyway_schema_history', 'register')
          LOOP EXECUTE format('TRUNCATE %I.%I CASCADE', it.s, it.t); END LOOP;
          FOR it IN SELECT schemaname AS s, sequencename AS t FROM pg_sequences
          LOOP EXECUTE format('ALTER SEQUENCE %I.%I RESTART', it.s, it.t); END LOOP;
        END $$
        """;

    private final AtomicInteger databases = new AtomicInteger();
    private Optional<PostgresUrl> emptied = Optional.empty();

    private Server(PostgresServer server) {
      this.server = server;
    }

    static Server start() {
      assumeTrue(PostgresServer.isHere(), "no PostgreSQL for this machine among the tests' jars");
      try {
        Path data = Files.createTempDirectory("pannier-postgres-data-");
        return new Server(PostgresServer.start(data, PostgresServer.freePort(), false));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }

    PostgresUrl freshDatabase() {
      String name = "ledger_" + databases.incrementAndGet();
      try (Connection connection = PostgresDatabase.source(server.url("postgres")).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
        return server.url(name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    synchronized PostgresUrl emptiedDatabase() {
      PostgresUrl url = emptied.orElseGet(this::freshDatabase);
      emptied = Optional.of(url);
      try (Connection connection = PostgresDatabase.source(url).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(EMPTY_ALL);
        return url;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
