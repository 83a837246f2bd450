package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** The gate dies at every boundary between two steps, and comes back on the same files. */
class CrashRecoveryTest {
  private static final byte[] BYTES = SettlementCodec.encode(Shop.request("t", 1));

  @TempDir Path folder = Path.of(".");

  @Test
  void crashAnywhereChargesOnceAndGivesOneReceipt() throws Exception {
    Set<String> places = new TreeSet<>();
    Set<String> answered = new TreeSet<>();
    boolean crashed = true;
    for (int at = 0; crashed; at++) {
      Path files = Files.createDirectories(folder.resolve("at-" + at));
      Died died = crash(files, at, BYTES);
      died.place.ifPresent(places::add);
      died.place.filter(_ -> died.told.isPresent()).ifPresent(answered::add);
      assertSettledOnce(at, died);
      crashed = died.place.isPresent();
    }
    // Only what is noted after the answer may be lost once it is out.
    assertEquals(Set.of("before opened", "after opened"), answered);
    // Every step that leaves something behind was among them.
    assertTrue(
        places.containsAll(
            List.of(
                "after intend",
                "after authorise",
                "after settle",
                "after open",
                "after opened",
                "before intend",
                "before authorise",
                "before settle",
                "before open",
                "before opened")),
        places.toString());
  }

  @Test
  void crashAnywhereInACaptureCapturesOnce() throws Exception {
    Path files = Files.createDirectories(folder.resolve("capture"));
    try (Desk desk = new Desk(files)) {
      new Settlements(desk.parts).settle("cart-1", BYTES);
      int at = 0;
      for (boolean crashed = true; crashed; at++) {
        CrashPoints points = new CrashPoints(at);
        GateParts parts = points.around(desk.parts);
        try {
          Captures.takeAll(parts);
        } catch (Crash e) {
          // the next round goes on
        }
        crashed = points.crashed();
      }
      assertEquals("CAPTURED", desk.charges().getFirst().state());
    }
    try (LedgerReport report = LedgerReport.open(files.resolve("ledger.db"))) {
      assertEquals(0, report.due());
      assertEquals(345, report.balances().get("captured/card"));
      assertEquals(0, report.balances().get("authorised/card"));
    }
  }

  @Test
  void declineIsTheSameAfterACrashAnywhere() throws Exception {
    TenderOffer poor = new TenderOffer("card", "sandbox-limit-1");
    byte[] bytes = SettlementCodec.encode(SettlementRequest.of(Shop.bill("t", 1), poor));
    boolean crashed = true;
    for (int at = 0; crashed; at++) {
      Path files = Files.createDirectories(folder.resolve("decline-" + at));
      crashed = crash(files, at, bytes).place.isPresent();
      try (Desk desk = new Desk(files)) {
        new Settlements(desk.parts).recover();
        Answer answer = new Settlements(desk.parts).settle("cart-1", bytes);
        assertTrue(Desk.reply(answer).toString().contains("insufficient-funds"));
        assertEquals(List.of(), desk.charges());
        assertEquals(List.of(), desk.openings);
        assertEquals(1, desk.count(SettlementState.DECLINED));
      }
    }
  }

  /**
   * How a settlement ended.
   *
   * @param place where the gate died; empty: it did not
   * @param told the answer that went out before
   */
  private record Died(Optional<String> place, Optional<EncodedReply> told) {}

  /** Runs one settlement up to a boundary. */
  private static Died crash(Path files, int at, byte[] bytes) throws IOException {
    CrashPoints points = new CrashPoints(at);
    List<EncodedReply> told = new ArrayList<>();
    Optional<String> place = Optional.empty();
    try (Desk desk = new Desk(files)) {
      Settlements settlements = new Settlements(points.around(desk.parts));
      try {
        settlements.settle("cart-1", bytes, answer -> told.add(Desk.replied(answer)));
        assertFalse(points.crashed());
      } catch (Crash e) {
        place = Optional.of(String.valueOf(e.getMessage()));
        assertThrows(Crash.class, () -> settlements.settle("cart-1", bytes), "dead stays dead");
      }
      assertTrue(desk.openings.size() <= desk.count(SettlementState.SETTLED), "opened on record");
    }
    return new Died(place, told.stream().findFirst());
  }

  /** The gate is back: it recovers, and the cart, which knows nothing, asks twice more. */
  private void assertSettledOnce(int at, Died died) throws Exception {
    Path files = folder.resolve("at-" + at);
    EncodedReply reply;
    try (Desk desk = new Desk(files)) {
      new Settlements(desk.parts).recover();
      reply = Desk.replied(new Settlements(desk.parts).settle("cart-1", BYTES));
      assertEquals(reply, Desk.replied(new Settlements(desk.parts).settle("cart-1", BYTES)));
      assertEquals(reply, died.told.orElse(reply), "what the cart was told stays");
      assertEquals(1, desk.charges().size(), "boundary " + at);
      assertEquals(345, desk.charges().getFirst().amountMinor());
      assertEquals(1, desk.count(SettlementState.SETTLED));
      assertTrue(desk.row(1).openedAt().isPresent());
    }
    try (LedgerReport report = LedgerReport.open(files.resolve("ledger.db"))) {
      assertEquals(reply, report.settlements().getFirst().reply().orElseThrow());
      assertEquals(0, report.balances().get("basket"), "lines and tenders agree");
      assertEquals(-345, report.balances().get("sales"));
      assertEquals(1, report.due());
    }
  }
}
