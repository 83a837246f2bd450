package pannier.gate.schema;

import java.io.IOException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A folder of scripts, {@code V1__words.sql} and on.
 *
 * @param location on the class path
 * @param schema whose tables they make; empty: that of the connection
 */
public record Migrations(String location, String schema) {
  /** Of the connection's own schema. */
  public Migrations(String location) {
    this(location, "");
  }

  /**
   * Takes every step that the database has not taken yet. Several gates may do it at once.
   *
   * @param taken how many steps were taken before Flyway kept its own record; 0: none
   * @return the version that the database has now
   * @throws IOException if it cannot be read or written, is of a newer version, or a script that it
   *     has taken is another now
   */
  public int apply(DataSource database, int taken, String name) throws IOException {
    try {
      FluentConfiguration configuration =
          Flyway.configure()
              .dataSource(database)
              .locations("classpath:" + location)
              .failOnMissingLocations(true)
              .baselineVersion(Integer.toString(Math.max(1, taken)))
              .baselineOnMigrate(taken > 0);
      if (!schema.isEmpty()) {
        configuration.schemas(schema).defaultSchema(schema);
      }
      Flyway flyway = configuration.load();
      requireKnown(flyway, name);
      flyway.migrate();
      MigrationInfo now = flyway.info().current();
      MigrationVersion version = now == null ? MigrationVersion.EMPTY : now.getVersion();
      return version.getMajor().intValueExact();
    } catch (FlywayException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException("%s: %s".formatted(name, first), e);
    }
  }

  private static void requireKnown(Flyway flyway, String name) throws IOException {
    MigrationInfo[] all = flyway.info().all();
    int newest =
        Arrays.stream(all)
            .filter(it -> it.getState().isResolved())
            .mapToInt(it -> it.getVersion().getMajor().intValueExact())
            .max()
            .orElse(0);
    int found =
        Arrays.stream(all)
            .filter(it -> it.getState().isApplied())
            .mapToInt(it -> it.getVersion().getMajor().intValueExact())
            .max()
            .orElse(0);
    if (found > newest) {
      throw new IOException(
          "%s: found schema %d; expected at most %d".formatted(name, found, newest));
    }
  }
}
