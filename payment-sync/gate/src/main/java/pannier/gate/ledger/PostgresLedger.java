package pannier.gate.ledger;

import java.io.IOException;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.Reach;
import pannier.gate.postgres.ServerBook;
import pannier.gate.schema.Migrations;
import pannier.gate.sql.Transactions;

/** The ledger in a database on a server, which many gates may share. */
final class PostgresLedger {
  private static final String SCHEMA = "public";
  private static final Migrations STEPS = new Migrations("pannier/gate/ledger/postgres", SCHEMA);

  private PostgresLedger() {}

  /**
   * The tables at {@code url}; made where there are none, or where the server is away, with the
   * first transaction that finds it there.
   *
   * @param reach of the server
   * @throws IOException if the server refuses, or its ledger is a newer one
   */
  static Transactions database(PostgresUrl url, Reach reach) throws IOException {
    return ServerBook.open(
        PostgresDatabase.of(url, SCHEMA, reach),
        new ServerBook.Tables(url, STEPS, SqliteLedger.VERSION));
  }
}
