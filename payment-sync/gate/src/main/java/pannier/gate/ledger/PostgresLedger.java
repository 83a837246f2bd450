package pannier.gate.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.schema.Migrations;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** The ledger in a database on a server, which many gates may share. */
public final class PostgresLedger {
  private static final Migrations STEPS = new Migrations("pannier/gate/ledger/postgres");

  private PostgresLedger() {}

  /**
   * Opens the ledger at {@code url}, or begins one.
   *
   * @param random of waits before transactions run again
   * @throws IOException if the server does not answer, or its ledger is a newer one
   */
  public static Ledger open(PostgresUrl url, RandomGenerator random) throws IOException {
    return new SqlLedger(database(url, random));
  }

  static Transactions database(PostgresUrl url, RandomGenerator random) throws IOException {
    PostgresDatabase database = PostgresDatabase.of(url, random);
    if (version(database) != SqliteLedger.VERSION) {
      STEPS.apply(PostgresDatabase.source(url), 0, url.toString());
    }
    return database;
  }

  /** As Flyway's own record has it; 0 where there is none, or no answer. */
  private static int version(PostgresDatabase database) {
    String newest =
        "SELECT max(version::integer) FROM flyway_schema_history WHERE success AND version <> ''";
    try {
      return database.query(it -> Sql.one(it, newest, row -> row.getInt(1)).orElse(0));
    } catch (SQLException e) {
      return 0; // Flyway says what is wrong
    }
  }
}
