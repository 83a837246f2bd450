package pannier.gate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.RealPostgres;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

/** A store's ledger is lost; what was backed up goes on, in a file or on a server. */
class LedgerBackupTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  @TempDir Path folder = Path.of(".");
  private LedgerPlace place;
  private Path backup;

  @BeforeEach
  void fill() throws IOException {
    place = new LedgerPlace.InFile(folder.resolve("ledger.db"));
    backup = folder.resolve("backup.jsonl");
    try (Ledger ledger = place.open()) {
      ledger.intend(intent("a", 1));
      ledger.decline(key("a", 1), EncodedReply.of(new Declined(key("a", 1), "no")), NOON);
      ledger.intend(intent("a", 2));
      ledger.settle(receipt("a", 2));
      ledger.opened(key("a", 2), NOON);
      ledger.captured(ledger.listDue().getFirst(), NOON);
      ledger.intend(intent("b", 1));
      ledger.settle(receipt("b", 1));
      ledger.intend(intent("c", 1));
    }
    assertTrue(LedgerBackup.write(place, backup) > 10);
  }

  @Test
  void aRestoredFileGoesOn() throws Exception {
    goesOn(new LedgerPlace.InFile(folder.resolve("new.db")));
  }

  @Test
  @ExtendWith(RealPostgres.class)
  void aFileGoesOnAsAServer(PostgresUrl url) throws Exception {
    goesOn(new LedgerPlace.OnServer(url));
  }

  private void goesOn(LedgerPlace restored) throws Exception {
    LedgerBackup.restore(restored, backup);
    try (Ledger ledger = restored.open();
        Ledger before = place.open()) {
      for (String trip : List.of("a", "b", "c")) {
        assertEquals(before.listTrip(trip), ledger.listTrip(trip));
      }
      assertEquals(1, ledger.listDue().size(), "b is to be captured still");
      assertThrows(LedgerException.class, () -> ledger.intend(intent("a", 3)), "a is paid");
      ledger.settle(receipt("c", 1));
      ledger.intend(intent("d", 1));
      ledger.settle(receipt("d", 1));
      assertEquals(3, ledger.listDue().size());
    }
    try (LedgerReport report = restored.report()) {
      assertEquals(-1000, report.balances().get("sales"));
      assertEquals(0, report.balances().get("basket"));
      assertEquals(250, report.balances().get("captured/card"));
    }
  }

  @Test
  void aLedgerThatIsNotEmptyIsNotOverwritten() throws Exception {
    String said =
        String.valueOf(
            assertThrows(IOException.class, () -> LedgerBackup.restore(place, backup))
                .getMessage());

    assertTrue(said.contains("goes into an empty ledger"), said);
  }

  @Test
  void halfABackupRestoresNothing() throws Exception {
    List<String> lines = Files.readAllLines(backup);
    Path half = Files.write(folder.resolve("half"), lines.subList(0, lines.size() / 2));
    LedgerPlace fresh = new LedgerPlace.InFile(folder.resolve("new.db"));

    assertThrows(IOException.class, () -> LedgerBackup.restore(fresh, half));
    Path other = Files.writeString(folder.resolve("other"), "{\"table\":\"sqlite_master\"}");
    assertThrows(IOException.class, () -> LedgerBackup.restore(fresh, other));
    try (Ledger ledger = fresh.open()) {
      assertEquals(List.of(), ledger.listTrip("a"));
    }
  }

  private static SettlementKey key(String trip, int attempt) {
    return new SettlementKey(trip, attempt);
  }

  private static List<ReceiptLine> lines() {
    return List.of(new ReceiptLine("eggs", "Eggs", 1, OptionalLong.empty(), 260, 250, 250, 0));
  }

  private static Intent intent(String trip, int attempt) {
    return new Intent(key(trip, attempt), "cart-1", DIGEST, DIGEST, "EUR", lines(), 250, NOON);
  }

  private static Receipt receipt(String trip, int attempt) {
    return new Receipt(
        "R-%s-%d".formatted(trip, attempt),
        "cart-1",
        key(trip, attempt),
        NOON,
        DIGEST,
        "EUR",
        lines(),
        250,
        List.of(new ReceiptTender("card", 250, "sandbox-1")));
  }
}
