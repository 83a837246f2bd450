package pannier.gate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;
import pannier.wire.SettlementKey;

class SqliteLedgerTest extends LedgerContract {
  @TempDir Path folder = Path.of(".");

  @Override
  LedgerPlace place() {
    return new LedgerPlace.InFile(folder.resolve("ledger.db"));
  }

  @Override
  Transactions raw() throws IOException {
    return Database.open(folder.resolve("ledger.db"));
  }

  @Override
  String blob() {
    return "x'00'";
  }

  @Test
  void newerAndForeignFilesAreRefused() throws Exception {
    Path newer = folder.resolve("newer.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    String said = assertThrows(IOException.class, () -> SqliteLedger.open(newer)).getMessage();
    assertTrue(String.valueOf(said).contains("found schema 99; expected at most 6"), said);

    Path foreign = Files.writeString(folder.resolve("foreign.db"), "no database ".repeat(100));
    assertThrows(IOException.class, () -> SqliteLedger.open(foreign));
    assertThrows(IOException.class, () -> LedgerReport.open(folder.resolve("absent.db")));
    assertTrue(Files.notExists(folder.resolve("absent.db")));
  }

  @Test
  void ledgerOfVersionOneKeepsItsCaptures() throws Exception {
    Path old = folder.resolve("old.db");
    try (Database database =
        Database.open(old, Schema.of(SqliteLedger.class, "sqlite/V1__settlements.sql"))) {
      database.transaction(
          connection ->
              Sql.change(
                  connection,
                  """
                  INSERT INTO settlement VALUES
                    ('t', 1, 'cart-1', ?, ?, 'SETTLED', 'EUR', 250, 1, 2, x'00', 'R-1', NULL)
                  """,
                  LedgerContract.DIGEST.hex(),
                  LedgerContract.DIGEST.hex()));
      database.transaction(
          connection ->
              Sql.change(
                  connection, "INSERT INTO outbox VALUES (7, 't', 1, 'card', 250, 'EUR', NULL)"));
    }
    try (Ledger migrated = SqliteLedger.open(old)) {
      assertEquals(
          List.of(new Capture(7, new SettlementKey("t", 1), 0, "card", 250, "EUR")),
          migrated.listDue());
      assertEquals(Plan.NONE, migrated.listTrip("t").getFirst().intent().plan());
    }
  }
}
