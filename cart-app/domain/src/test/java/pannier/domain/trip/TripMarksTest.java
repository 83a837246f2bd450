package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pannier.domain.audit.Marks;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Bill;

/** What of a trip goes onto its bill as counts. */
class TripMarksTest {
  private final Shop shop = Shop.of("water 521 3; soy 520 5; apple 174 4");

  private Marks marks(Shop played, String scenario) {
    Bill bill =
        assertInstanceOf(TripState.Reviewing.class, played.play(scenario).state().trip()).bill();
    return bill.remarks().marks();
  }

  @Test
  void tripWithoutAnythingHasNoMarks() {
    assertEquals(Map.of(), marks(shop, "2 in water:0.999; 2.9 +521; 6 pay; 9 end").counts());
  }

  @Test
  void timeInWhichACameraCannotBeTrustedIsCounted() {
    long seconds = marks(shop, "1 cover @0; 9 uncover @0; 12 pay; 14 end").count(Sign.UNTRUSTED);
    assertTrue(seconds >= 7 && seconds <= 8, () -> seconds + " s");
  }

  @Test
  void timeThatGoesOnIsCountedUpToTheBill() {
    long seconds = marks(shop, "1 cover @0; 6 pay; 20 end").count(Sign.UNTRUSTED);
    assertTrue(seconds >= 4 && seconds <= 6, () -> seconds + " s");
  }

  @Test
  void holdThatWasTakenOutIsAHold() {
    Marks marks = marks(shop, "2 +312; 8 -312; 14 pay; 16 end");
    assertEquals(1, marks.count(Sign.HELD));
    assertEquals(0, marks.count(Sign.OVERRIDDEN));
  }

  @Test
  void holdThatStaffWavedThroughIsAnOverrideToo() {
    Marks marks = marks(shop, "2 +312; 8 staff 1 bag; 10 pay; 12 end");
    assertEquals(Map.of(Sign.HELD, 1L, Sign.OVERRIDDEN, 1L), marks.counts());
  }

  @Test
  void helpThatWasGivenIsNoOverride() {
    assertEquals(Map.of(), marks(shop, "2 help; 5 staff 0 helped; 8 pay; 9 end").counts());
  }

  @Test
  void questionThatNobodyAnsweredIsCounted() {
    Marks marks = marks(shop.holding("water 1; soy 1"), "2 -520; 10 pay; 52 end");
    assertEquals(1, marks.count(Sign.UNANSWERED));
  }

  @Test
  void ownThingsCountByTheirMass() {
    long grams = marks(shop, "2 in ?:0.95; 2.4 +812; 8 own 1; 12 pay").count(Sign.PERSONAL);
    assertTrue(grams >= 810 && grams <= 814, () -> grams + " g");
  }

  @Test
  void whatLiesBelowIsCountedAsItStandsOnTheBill() {
    Marks marks =
        marks(
            shop,
            "2 below 4000000000001; 3 below 4000000000001; 4 pay; 5 back;"
                + " 6 unbelow water; 8 pay; 9 end");
    assertEquals(1, marks.count(Sign.BELOW));
  }
}
