package pannier.gate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pannier.domain.audit.Sign;
import pannier.gate.Shop;
import pannier.gate.audit.Drawing.Checked;
import pannier.wire.BillTerms;
import pannier.wire.FrozenBill;
import pannier.wire.RiskClaim;

class DrawingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int TRIPS = 20_000;

  /** A bill of nothing, so that its amount says nothing, with so many of each sign. */
  private static FrozenBill bill(String trip, int attempt, Map<Sign, Long> counts) {
    FrozenBill plain = Shop.bill(trip, attempt);
    List<RiskClaim.Reason> reasons = new ArrayList<>();
    counts.forEach((sign, count) -> reasons.add(new RiskClaim.Reason(sign.code(), count, 0)));
    return new FrozenBill(
        plain.cartId(),
        plain.key(),
        plain.currency(),
        List.of(),
        0,
        plain.catalogue(),
        List.of(),
        new BillTerms(
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            BillTerms.Claims.NONE,
            new RiskClaim(0, reasons)));
  }

  private static double share(Drawing drawing, Map<Sign, Long> counts, Tally tally) {
    int drawn = 0;
    for (int trip = 0; trip < TRIPS; trip++) {
      drawn += drawing.draw(bill("t" + trip, 1, counts), 0, List.of(), tally).drawn() ? 1 : 0;
    }
    return (double) drawn / TRIPS;
  }

  /** Four standard deviations of a share of so many draws. */
  private static double apart(double share) {
    return 4 * Math.sqrt(share * (1 - share) / TRIPS);
  }

  @Test
  void drawsAsManyAsTheOddsSay() {
    Drawing drawing = new Drawing(Odds.USUAL, new Random(1));
    assertEquals(0.02, share(drawing, Map.of(), Tally.NONE), apart(0.02));
    // Two of four overrides' points (120 of 200) and half of the untrusted time's.
    Map<Sign, Long> signs = Map.of(Sign.OVERRIDDEN, 2L, Sign.UNTRUSTED, 50L);
    double odds = 0.02 + 0.08 * 120 / 200 + 0.08 * 100 / 200;
    assertEquals(odds, share(drawing, signs, Tally.NONE), apart(odds));
  }

  @Test
  void neverMoreThanTheMost() {
    Map<Sign, Long> all = Map.of(Sign.OVERRIDDEN, 9L, Sign.UNTRUSTED, 999L, Sign.UNANSWERED, 9L);
    Tally bad =
        new Tally(
            Map.of(
                Sign.OVERRIDDEN, new Tally.Found(500, 500),
                Sign.UNTRUSTED, new Tally.Found(500, 500)));
    assertEquals(0.2, share(new Drawing(Odds.USUAL, new Random(2)), all, bad), apart(0.2));
  }

  @Test
  void noOddsDrawNothingAndCertaintyEverything() {
    Odds never = new Odds(0, 0, Map.of());
    Odds always = new Odds(Odds.CERTAIN_PPM, Odds.CERTAIN_PPM, Map.of());
    assertEquals(0, share(new Drawing(never, new Random(3)), Map.of(), Tally.NONE));
    assertEquals(1, share(new Drawing(always, new Random(3)), Map.of(), Tally.NONE));
  }

  @Test
  void amountIsTheGatesOwn() {
    Drawing drawing = new Drawing(Odds.USUAL, new Random(4));
    FrozenBill small = bill("t", 1, Map.of(Sign.AMOUNT, 0L));
    Draw draw = drawing.draw(small, 10_000, List.of(), Tally.NONE);
    assertEquals(List.of(new Draw.Reason("amount", 10_000, 50, 10_000)), draw.reasons());
  }

  @Test
  void nextAttemptHasTheSameLotAndSoNoSecondChance() {
    Drawing drawing = new Drawing(Odds.USUAL, new Random(5));
    Draw first = drawing.draw(bill("t", 1, Map.of()), 0, List.of(), Tally.NONE);
    for (int attempt = 2; attempt < 50; attempt++) {
      Draw next =
          drawing.draw(
              bill("t", attempt, Map.of()),
              0,
              List.of(new Checked(first, Optional.empty())),
              Tally.NONE);
      assertEquals(first.lot(), next.lot());
    }
  }

  @Test
  void whoWasLookedAtIsNotLookedAtAgain() {
    Drawing drawing = new Drawing(new Odds(999_999, 999_999, Map.of()), new Random(6));
    Draw first = drawing.draw(bill("t", 1, Map.of()), 0, List.of(), Tally.NONE);
    assertTrue(first.drawn());
    Checked looked = new Checked(first, Optional.of(new Finding(true, 300, "Ann", NOON)));
    assertFalse(drawing.draw(bill("t", 2, Map.of()), 0, List.of(looked), Tally.NONE).drawn());
    Checked waits = new Checked(first, Optional.empty());
    assertTrue(drawing.draw(bill("t", 2, Map.of()), 0, List.of(waits), Tally.NONE).drawn());
  }

  @Test
  void findingsMoveTheOddsOfTheirSign() {
    Map<Sign, Long> one = Map.of(Sign.OVERRIDDEN, 2L);
    Drawing drawing = new Drawing(Odds.USUAL, new Random(7));
    int before = odds(drawing, one, Tally.NONE);
    // As if 1 of 20 before: now 1 + 9 of 40, five times as many.
    Tally bad = new Tally(Map.of(Sign.OVERRIDDEN, new Tally.Found(20, 9)));
    assertEquals(4, bad.lift(Sign.OVERRIDDEN));
    assertTrue(odds(drawing, one, bad) > before);
    Tally good = new Tally(Map.of(Sign.OVERRIDDEN, new Tally.Found(20, 0)));
    assertEquals(0.5, good.lift(Sign.OVERRIDDEN), 1e-9);
    assertTrue(odds(drawing, one, good) < before);
    assertEquals(odds(drawing, Map.of(), bad), odds(drawing, Map.of(), good), "by chance alone");
  }

  private static int odds(Drawing drawing, Map<Sign, Long> counts, Tally tally) {
    return drawing.draw(bill("t", 1, counts), 0, List.of(), tally).lot().oddsPpm();
  }

  @Test
  void oddsStayBetweenBaseAndMostWhateverChecksFound() {
    Random random = new Random(9);
    List<Sign> signs = List.of(Sign.values());
    Drawing drawing = new Drawing(Odds.USUAL, random);
    for (int i = 0; i < 2_000; i++) {
      int checks = random.nextInt(5_000);
      Tally.Found found = new Tally.Found(checks, random.nextInt(checks + 1));
      Sign sign = signs.get(random.nextInt(signs.size()));
      long count = random.nextLong(100_000);
      int odds = odds(drawing, Map.of(sign, count), new Tally(Map.of(sign, found)));
      assertTrue(
          odds >= Odds.USUAL.basePpm() && odds <= Odds.USUAL.mostPpm(),
          () -> "%s %d, %s: odds %d".formatted(sign, count, found, odds));
    }
  }

  @Test
  void oddsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Odds(30_000, 20_000, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new Odds(0, 1_000_001, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new Odds(0, 10, Map.of(Sign.HELD, -1)));
  }
}
