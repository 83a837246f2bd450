package pannier.gate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.sql.Sql;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

/** The promises of the ledger that its constraints keep, whatever the code above does. */
class SqliteLedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  @TempDir Path folder = Path.of(".");
  private SqliteLedger ledger;

  @BeforeEach
  void open() throws IOException {
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void oneAttemptOfATripIsAliveAtATime() throws Exception {
    ledger.intend(intent(1));
    assertThrows(LedgerException.class, () -> ledger.intend(intent(2)));

    ledger.decline(key(1), declined(1), NOON);
    ledger.intend(intent(2));
    ledger.settle(receipt(2));
    assertThrows(LedgerException.class, () -> ledger.intend(intent(3)));
    assertEquals(2, ledger.listTrip("t").size());
  }

  @Test
  void decidedAttemptIsNeverDecidedAgain() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));

    assertThrows(LedgerException.class, () -> ledger.settle(receipt(1)));
    assertThrows(LedgerException.class, () -> ledger.decline(key(1), declined(1), NOON));
    assertEquals(SettlementState.SETTLED, ledger.find(key(1)).orElseThrow().state());
    assertEquals(1, ledger.listDue().size());
  }

  @Test
  void whatWasNeverIntendedIsNotSettled() {
    assertThrows(LedgerException.class, () -> ledger.settle(receipt(1)));
  }

  @Test
  void rowSurvivesTheProcess() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));
    ledger.opened(key(1), NOON.plusSeconds(1));
    SettlementRow before = ledger.find(key(1)).orElseThrow();
    ledger.close();

    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    assertEquals(before, ledger.find(key(1)).orElseThrow());
    assertEquals(EncodedReply.of(receipt(1)), before.reply().orElseThrow());
    assertEquals(intent(1), before.intent());
  }

  @Test
  void barrierOpensOnRecordOnly() throws Exception {
    ledger.intend(intent(1));
    assertThrows(LedgerException.class, () -> ledger.opened(key(1), NOON));
  }

  @Test
  void captureIsPostedOnce() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));
    Capture capture = ledger.listDue().getFirst();
    ledger.captured(capture, NOON);
    ledger.captured(capture, NOON);

    assertEquals(List.of(), ledger.listDue());
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      assertEquals(250, report.balances().get("captured/card"));
      assertEquals(0, report.balances().get("authorised/card"));
      assertEquals(0, report.balances().values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void postingsAreNeitherChangedNorRemoved() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));
    assertRefused("UPDATE posting SET amount_minor = 1", "never changed");
    assertRefused("DELETE FROM posting", "never removed");
    assertRefused("UPDATE settlement SET reply = x'00'", "never changed");
    assertRefused("DELETE FROM settlement", "FOREIGN KEY");
  }

  @Test
  void newerAndForeignFilesAreRefused() throws Exception {
    Path newer = folder.resolve("newer.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    String said = assertThrows(IOException.class, () -> SqliteLedger.open(newer)).getMessage();
    assertTrue(String.valueOf(said).contains("found schema 99; expected at most 3"), said);

    Path foreign = Files.writeString(folder.resolve("foreign.db"), "no database ".repeat(100));
    assertThrows(IOException.class, () -> SqliteLedger.open(foreign));
    assertThrows(IOException.class, () -> LedgerReport.open(folder.resolve("absent.db")));
    assertTrue(Files.notExists(folder.resolve("absent.db")));
  }

  private void assertRefused(String sql, String reason) throws SQLException {
    Path file = folder.resolve("ledger.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      String said =
          assertThrows(SQLException.class, () -> statement.executeUpdate(sql)).getMessage();
      assertTrue(String.valueOf(said).contains(reason), said);
    }
  }

  private static SettlementKey key(int attempt) {
    return new SettlementKey("t", attempt);
  }

  private static EncodedReply declined(int attempt) {
    return EncodedReply.of(new Declined(key(attempt), "no"));
  }

  private static List<ReceiptLine> lines() {
    return List.of(new ReceiptLine("eggs", "Eggs", 1, OptionalLong.empty(), 260, 250, 250, 0));
  }

  private static Intent intent(int attempt) {
    return new Intent(key(attempt), "cart-1", DIGEST, DIGEST, "EUR", lines(), 250, NOON);
  }

  private static Receipt receipt(int attempt) {
    return new Receipt(
        "R-" + attempt,
        "cart-1",
        key(attempt),
        NOON,
        DIGEST,
        "EUR",
        lines(),
        250,
        List.of(new ReceiptTender("card", 250, "sandbox-" + attempt)));
  }

  @Test
  void ledgerOfVersionOneKeepsItsCaptures() throws Exception {
    Path old = folder.resolve("old.db");
    try (Database database = Database.open(old, Schema.of(SqliteLedger.class, "ledger-1.sql"))) {
      database.transaction(
          connection ->
              Sql.change(
                  connection,
                  """
                  INSERT INTO settlement VALUES
                    ('t', 1, 'cart-1', ?, ?, 'SETTLED', 'EUR', 250, 1, 2, x'00', 'R-1', NULL)
                  """,
                  DIGEST.hex(),
                  DIGEST.hex()));
      database.transaction(
          connection ->
              Sql.change(
                  connection, "INSERT INTO outbox VALUES (7, 't', 1, 'card', 250, 'EUR', NULL)"));
    }
    try (SqliteLedger migrated = SqliteLedger.open(old)) {
      assertEquals(
          List.of(new Capture(7, new SettlementKey("t", 1), 0, "card", 250, "EUR")),
          migrated.listDue());
      assertEquals(Plan.NONE, migrated.listTrip("t").getFirst().intent().plan());
    }
  }
}
