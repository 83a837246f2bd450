package pannier.gate.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.tinylog.Logger;
import pannier.gate.schema.Migrations;
import pannier.gate.sql.Change;
import pannier.gate.sql.OutOfReach;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * Tables on a server that may be away when they are opened: they are made, or brought up to date,
 * before the first transaction that finds it there.
 */
public final class ServerBook implements Transactions {
  /** Two gates that begin a database at once may be in each other's way the first time. */
  private static final int TRIES = 3;

  private final Transactions database;
  private final Tables tables;
  private volatile boolean ready;

  /**
   * What it needs to be.
   *
   * @param version of the newest script
   */
  public record Tables(PostgresUrl url, Migrations steps, int version) {}

  private ServerBook(Transactions database, Tables tables) {
    this.database = database;
    this.tables = tables;
  }

  /**
   * Takes the database over.
   *
   * @throws IOException if the server is there and refuses, or its tables are newer ones
   */
  public static ServerBook open(Transactions database, Tables tables) throws IOException {
    ServerBook book = new ServerBook(database, tables);
    try {
      book.makeReady();
    } catch (SQLException e) {
      if (!OutOfReach.is(e)) {
        database.close();
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        throw new IOException("%s: %s".formatted(tables.url, first), e);
      }
      Logger.warn("{} is out of reach for now: {}", tables.url, e.getMessage());
    }
    return book;
  }

  @Override
  public <T> T transaction(Work<T> work) throws SQLException {
    makeReady();
    return database.transaction(work);
  }

  @Override
  public List<Integer> change(List<Change> changes) throws SQLException {
    makeReady();
    return database.change(changes);
  }

  @Override
  public <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
      throws SQLException {
    makeReady();
    return database.list(sql, fromRow, values);
  }

  @Override
  public <T> T query(Work<T> work) throws SQLException {
    makeReady();
    return database.query(work);
  }

  private void makeReady() throws SQLException {
    if (!ready) {
      migrate();
    }
  }

  private synchronized void migrate() throws SQLException {
    for (int tries = 1; !ready; tries++) {
      try {
        if (version() != tables.version) {
          tables.steps.apply(
              PostgresDatabase.source(tables.url, tables.steps.schema()), 0, tables.url.toString());
        }
        ready = true;
      } catch (IOException e) {
        if (tries == TRIES) {
          throw new SQLException(e.getMessage(), e);
        }
      }
    }
  }

  /** As Flyway's own record has it; 0 where there is none. */
  private int version() throws SQLException {
    String known =
        "SELECT count(*) FROM information_schema.tables"
            + " WHERE table_schema = ? AND table_name = 'flyway_schema_history'";
    String newest =
        "SELECT max(version::integer) FROM flyway_schema_history WHERE success AND version <> ''";
    return database.query(
        it ->
            Sql.one(it, known, row -> row.getInt(1), tables.steps.schema()).orElse(0) == 0
                ? 0
                : Sql.one(it, newest, row -> row.getInt(1)).orElse(0));
  }

  @Override
  public void close() {
    database.close();
  }
}
