package pannier.gate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pannier.domain.audit.Sign;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

/** The promises of the ledger that its constraints keep, whatever the code above does. */
abstract class LedgerContract {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Digest DIGEST = Digest.of(new byte[] {1});

  private Ledger ledger;

  /** Where it is; the same within a test. */
  abstract LedgerPlace place();

  /** The bare database. */
  abstract Transactions raw() throws IOException;

  @BeforeEach
  void open() throws IOException {
    ledger = place().open();
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
  void drawStandsWithItsIntentAndEndsOnce() throws Exception {
    Draw draw =
        new Draw(
            key(1),
            new Draw.Lot(17, 70_000),
            true,
            38,
            List.of(
                new Draw.Reason("untrusted", 14, 28, 11_200),
                new Draw.Reason("amount", 2_150, 10, 2_000)));
    ledger.intend(intent(1), Optional.of(draw));
    assertEquals(draw, ledger.checks().find(key(1)).orElseThrow().draw());
    assertTrue(ledger.checks().listTrip("t").getFirst().waits());
    assertThrows(LedgerException.class, () -> ledger.intend(intent(1), Optional.of(draw)));

    Finding wrong = new Finding(true, -250, "Ann", NOON);
    assertTrue(ledger.checks().end(key(1), wrong));
    assertFalse(ledger.checks().end(key(1), new Finding(false, 0, "Bo", NOON)));
    assertEquals(Optional.of(wrong), ledger.checks().find(key(1)).orElseThrow().finding());
    Tally.Found once = new Tally.Found(1, 1);
    assertEquals(
        new Tally(Map.of(Sign.UNTRUSTED, once, Sign.AMOUNT, once)), ledger.checks().tally());
  }

  @Test
  void whatWasNotDrawnHasNothingToEnd() throws Exception {
    Draw draw = new Draw(key(1), new Draw.Lot(900_000, 20_000), false, 0, List.of());
    ledger.intend(intent(1), Optional.of(draw));
    assertFalse(ledger.checks().end(key(1), new Finding(true, 1, "Ann", NOON)));
    assertFalse(ledger.checks().listTrip("t").getFirst().waits());
    assertEquals(Tally.NONE, ledger.checks().tally());
  }

  @Test
  void attemptBeforeALaterOneIsNeverIntended() throws Exception {
    ledger.intend(intent(2));
    ledger.decline(key(2), declined(2), NOON);
    assertThrows(LedgerException.class, () -> ledger.intend(intent(1)));
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

    ledger = place().open();
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
    try (LedgerReport report = place().report()) {
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
    assertRefused("UPDATE settlement SET state = 'DECLINED', receipt_id = NULL", "never changed");
    assertRefused("DELETE FROM settlement", "foreign key");
  }

  @Test
  void aBasketThatDoesNotBalanceIsNotSettled() throws Exception {
    ledger.intend(intent(1));
    assertRefused(
        """
        UPDATE settlement SET state = 'SETTLED', receipt_id = 'R', reply = request_reply(),
          finished_at = 1
        """
            .replace("request_reply()", blob()),
        "do not balance");
    assertRefused(
        "UPDATE settlement SET total_minor = 1, state = 'SETTLED', receipt_id = 'R', "
            + "finished_at = 1, reply = "
            + blob(),
        "do not balance");
  }

  @Test
  void nothingIsAddedToADecidedBasket() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));
    assertRefused(
        """
        INSERT INTO posting (trip_id, attempt, debit, credit, amount_minor, currency, about,
          posted_at) VALUES ('t', 1, 'basket', 'sales', 5, 'EUR', 'more', 1)
        """,
        "never changed");
  }

  /** One byte, in the words of the database. */
  abstract String blob();

  @Test
  void whatIsGivenUpIsNeverSettled() throws Exception {
    ledger.intend(intent(1));
    assertEquals(Optional.of("voided"), ledger.giveUp(key(1), "voided"));
    assertEquals(Optional.of("voided"), ledger.giveUp(key(1), "too-late"), "the first one stands");
    assertEquals(Optional.of("voided"), ledger.find(key(1)).orElseThrow().givingUp());

    assertThrows(LedgerException.class, () -> ledger.settle(receipt(1)));
    ledger.decline(key(1), declined(1), NOON);
    assertEquals(Optional.empty(), ledger.giveUp(key(1), "again"));
  }

  @Test
  void whatIsSettledIsNotGivenUp() throws Exception {
    ledger.intend(intent(1));
    ledger.settle(receipt(1));

    assertEquals(Optional.empty(), ledger.giveUp(key(1), "voided"));
    assertEquals(SettlementState.SETTLED, ledger.find(key(1)).orElseThrow().state());
  }

  @Test
  void anAttemptIsWithdrawnBesideALiveOne() throws Exception {
    ledger.intend(intent(1));
    ledger.withdraw(Intent.withdrawn(key(2), "cart-1", "EUR", NOON), declined(2));

    assertThrows(LedgerException.class, () -> ledger.intend(intent(2)));
    assertEquals(EncodedReply.of(new Declined(key(2), "no")), reply(2));
  }

  private EncodedReply reply(int attempt) throws IOException {
    return ledger.find(key(attempt)).orElseThrow().reply().orElseThrow();
  }

  @Test
  void ofManyGatesThatSettleTheSameAttemptOneDoes() throws Exception {
    int gates = 4;
    try (Ledger other = place().open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> settled = new ArrayList<>();
      for (int gate = 0; gate < gates; gate++) {
        Ledger its = gate % 2 == 0 ? ledger : other;
        settled.add(threads.submit(() -> does(() -> its.intend(intent(1)))));
        settled.add(threads.submit(() -> does(() -> its.settle(receipt(1)))));
      }
      for (Future<Boolean> future : settled) {
        future.get();
      }
      assertEquals(settled.size(), 2 * gates);
    }
    does(() -> ledger.settle(receipt(1)));

    assertEquals(1, ledger.listTrip("t").size());
    assertEquals(1, ledger.listDue().size());
    try (LedgerReport report = place().report()) {
      assertEquals(-250, report.balances().get("sales"));
      assertEquals(0, report.balances().get("basket"));
    }
  }

  /** Some step of the ledger. */
  @FunctionalInterface
  private interface Step {
    void run() throws LedgerException;
  }

  private static boolean does(Step step) {
    try {
      step.run();
      return true;
    } catch (LedgerException e) {
      return false;
    }
  }

  private void assertRefused(String sql, String reason) throws IOException {
    try (Transactions database = raw()) {
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> database.transaction(connection -> Sql.change(connection, sql)));
      String said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
      assertTrue(said.contains(reason), said);
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

  static Intent intent(int attempt) {
    return new Intent(key(attempt), "cart-1", DIGEST, DIGEST, "EUR", lines(), 250, NOON);
  }

  static Receipt receipt(int attempt) {
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
}
