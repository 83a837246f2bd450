package pannier.simulator.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;

/**
 * A gate's durable intent in a ledger on a server, serializable and with the gates' turns, beside a
 * bare insert of as many bytes into one table there; both are on the server's disk on return.
 */
final class ServerCommitContest {
  private ServerCommitContest() {}

  static Contest open(String database) throws Exception {
    PostgresUrl url = new PostgresUrl(database);
    Ledger ledger = new LedgerPlace.OnServer(url).open();
    Connection bare = PostgresDatabase.source(url).getConnection();
    try (Statement sql = bare.createStatement()) {
      sql.execute("DROP TABLE IF EXISTS bare_row");
      sql.execute("CREATE TABLE bare_row (number BIGSERIAL PRIMARY KEY, content BYTEA NOT NULL)");
    }
    bare.setAutoCommit(false);
    PreparedStatement insert = bare.prepareStatement("INSERT INTO bare_row (content) VALUES (?)");
    return new Contest(
        List.of(
            CommitContest.inserting("bare PostgreSQL", bare, insert),
            CommitContest.intending(ledger)),
        () -> {
          ledger.close();
          insert.close();
          bare.close();
        });
  }
}
