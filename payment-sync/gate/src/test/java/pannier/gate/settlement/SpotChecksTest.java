package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.audit.Sign;
import pannier.gate.Shop;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Drawing;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Odds;
import pannier.gate.audit.Tally;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/** Bills that are drawn for a spot check wait, and are then paid once, or not at all. */
class SpotChecksTest {
  private static final Odds ALWAYS = new Odds(Odds.CERTAIN_PPM, Odds.CERTAIN_PPM, Map.of());
  private static final Odds HALF = new Odds(500_000, 500_000, Map.of());

  @TempDir private Path folder;

  private static Drawing drawing(Odds odds) {
    return new Drawing(odds, new Random(1));
  }

  private static Answer settle(Desk desk, int attempt) {
    return settle(desk, ALWAYS, Shop.request("t", attempt));
  }

  private static Answer settle(Desk desk, Odds odds, SettlementRequest request) {
    GateParts parts = desk.parts.with(drawing(odds));
    return new Settlements(parts).settle("cart-1", SettlementCodec.encode(request));
  }

  private static Finding right() {
    return new Finding(false, 0, "Ann", Desk.NOON);
  }

  private static Finding wrong() {
    return new Finding(true, 109, "Ann", Desk.NOON);
  }

  private static SettlementKey key(int attempt) {
    return new SettlementKey("t", attempt);
  }

  private static void end(Desk desk, int attempt, Finding finding) throws IOException {
    assertTrue(desk.ledger.checks().end(key(attempt), finding));
  }

  @Test
  void drawnBillIsNotPaidBeforeStaffHaveLooked() throws Exception {
    try (Desk desk = new Desk(folder)) {
      Answer first = settle(desk, 1);
      assertEquals(ProblemKind.AWAITING_CHECK, Desk.problem(first).kind());
      assertEquals(first, settle(desk, 1), "the same bytes get the same answer");
      assertEquals(List.of(), desk.charges());
      assertEquals(List.of(), desk.openings);

      end(desk, 1, right());
      Answer paid = settle(desk, 1);
      assertEquals(345, Desk.receipt(paid).totalMinor());
      assertEquals(paid, settle(desk, 1));
      assertEquals(1, desk.charges().size());
      assertEquals(1, desk.openings.size());
    }
  }

  @Test
  void whatStaffFoundWrongIsDeclinedAndTheNextBillIsPaid() throws Exception {
    try (Desk desk = new Desk(folder)) {
      settle(desk, 1);
      end(desk, 1, wrong());
      Declined declined = assertInstanceOf(Declined.class, Desk.reply(settle(desk, 1)));
      assertEquals(Declined.SPOT_CHECK, declined.reason());
      assertEquals(declined, Desk.reply(settle(desk, 1)));
      assertEquals(List.of(), desk.charges());

      assertEquals(345, Desk.receipt(settle(desk, 2)).totalMinor(), "staff were there already");
      assertEquals(1, desk.openings.size());
    }
  }

  @Test
  void goingBackDoesNotEscapeTheCheck() throws Exception {
    try (Desk desk = new Desk(folder)) {
      settle(desk, 1);
      Desk.reply(desk.withdraw("t", 1));
      assertEquals(ProblemKind.AWAITING_CHECK, Desk.problem(settle(desk, 2)).kind());
      assertFalse(desk.ledger.checks().end(key(3), right()), "there is no such check");
      try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
        assertEquals(
            List.of(key(2)), report.awaitedChecks().stream().map(it -> it.draw().key()).toList());
      }
    }
  }

  @Test
  void gateThatDrawsNothingKeepsNothing() throws Exception {
    try (Desk desk = new Desk(folder)) {
      Desk.receipt(desk.settle(Shop.request("t", 1)));
      assertEquals(List.of(), desk.ledger.checks().listTrip("t"));
    }
  }

  @Test
  void billThatWasNotDrawnIsPaidAtOnceAndItsLotIsKept() throws Exception {
    try (Desk desk = new Desk(folder)) {
      GateParts parts = desk.parts.with(new Drawing(new Odds(0, 0, Map.of()), new Random(1)));
      byte[] bytes = SettlementCodec.encode(Shop.request("t", 1));
      Desk.receipt(new Settlements(parts).settle("cart-1", bytes));
      Draw draw = desk.ledger.checks().find(key(1)).orElseThrow().draw();
      assertFalse(draw.drawn());
      assertEquals(1, draw.score(), "3.45 gives one point");
    }
  }

  @Test
  void crashAnywhereNeverDrawsAnew() throws Exception {
    TreeSet<String> places = new TreeSet<>();
    boolean crashed = true;
    int drawn = 0;
    for (int at = 0; crashed; at++) {
      Path files = Files.createDirectories(folder.resolve("at-" + at));
      byte[] bytes = SettlementCodec.encode(Shop.request("t", 1));
      boolean before;
      try (Desk desk = new Desk(files)) {
        CrashPoints points = new CrashPoints(at);
        GateParts parts = points.around(desk.parts.with(new Drawing(HALF, new Random(2))));
        try {
          new Settlements(parts).settle("cart-1", bytes);
        } catch (Crash e) {
          places.add(String.valueOf(e.getMessage()));
        }
        crashed = points.crashed();
        before = desk.ledger.checks().find(key(1)).map(it -> it.waits()).orElse(false);
        drawn += before ? 1 : 0;
      }
      try (Desk desk = new Desk(files)) {
        // Another program with other lots: what stands in the ledger holds.
        GateParts parts = desk.parts.with(new Drawing(ALWAYS, new Random(at)));
        new Settlements(parts).recover();
        if (desk.ledger.find(key(1)).isPresent() && before) {
          Answer again = new Settlements(parts).settle("cart-1", bytes);
          assertEquals(ProblemKind.AWAITING_CHECK, Desk.problem(again).kind());
          assertEquals(List.of(), desk.charges());
          end(desk, 1, right());
        }
        Answer paid = new Settlements(parts).settle("cart-1", bytes);
        if (paid instanceof Answer.Refused) {
          end(desk, 1, right()); // it died before its intent: drawn for the first time
          paid = new Settlements(parts).settle("cart-1", bytes);
        }
        assertEquals(345, Desk.receipt(paid).totalMinor());
        assertEquals(1, desk.charges().size());
        assertEquals(1, desk.count(SettlementState.SETTLED));
      }
    }
    assertTrue(places.size() >= 2, places::toString);
    assertTrue(drawn >= 1, "with this seed the bill is drawn");
  }

  @Test
  void findingsAreCountedBySign() throws Exception {
    try (Desk desk = new Desk(folder)) {
      settle(desk, 1);
      assertTrue(desk.ledger.checks().tally().found().isEmpty());
      end(desk, 1, wrong());
      assertFalse(desk.ledger.checks().end(key(1), right()), "once");
      assertEquals(
          Map.of(Sign.AMOUNT, new Tally.Found(1, 1)), desk.ledger.checks().tally().found());
    }
  }

  @Test
  void restartedGateStillWaits() throws Exception {
    try (Desk desk = new Desk(folder)) {
      settle(desk, 1);
    }
    try (Desk desk = new Desk(folder)) {
      new Settlements(desk.parts).recover();
      Answer again = desk.settle(Shop.request("t", 1)); // even if it draws nothing any more
      assertEquals(ProblemKind.AWAITING_CHECK, Desk.problem(again).kind());
    }
  }
}
