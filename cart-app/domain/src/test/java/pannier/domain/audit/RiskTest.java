package pannier.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import pannier.domain.money.Money;

class RiskTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Money NOTHING = Money.zero(Currency.getInstance("EUR"));

  @Test
  void whereNothingHappenedNothingIsToLookInto() {
    assertEquals(new Risk(0, List.of()), Risk.of(Marks.NONE, NOTHING));
  }

  @Test
  void allSignsAtTheirMostAreTheMostThereIs() {
    assertEquals(Risk.MOST, Arrays.stream(Sign.values()).mapToInt(Sign::most).sum());
    assertEquals(Risk.MOST, Risk.of(_ -> Long.MAX_VALUE).score());
  }

  @Test
  void eachReasonSaysWhatItGave() {
    Marks marks =
        Marks.NONE
            .plus(Sign.OVERRIDDEN, 1)
            .plus(Sign.HELD, 2)
            .trusted(false, 10 * SECOND)
            .trusted(true, 24 * SECOND + 900_000_000);
    Risk risk = Risk.of(marks, new Money(2_150, Currency.getInstance("EUR")));
    assertEquals(
        List.of(
            new Risk.Reason(Sign.UNTRUSTED, 14, 28), // two points a second
            new Risk.Reason(Sign.HELD, 2, 40),
            new Risk.Reason(Sign.OVERRIDDEN, 1, 60),
            new Risk.Reason(Sign.AMOUNT, 2_150, 10)), // one for each 2.00
        risk.reasons());
    assertEquals(138, risk.score());
  }

  @Test
  void amountCountsAlikeInCurrenciesOfOtherDigits() {
    assertEquals(50, Risk.of(Marks.NONE, new Money(100, Currency.getInstance("JPY"))).score());
    assertEquals(50, Risk.of(Marks.NONE, new Money(10_000, Currency.getInstance("EUR"))).score());
  }

  @Test
  void scoreIsWhatItsReasonsGive() {
    List<Risk.Reason> one = List.of(new Risk.Reason(Sign.HELD, 1, 20));
    assertThrows(IllegalArgumentException.class, () -> new Risk(21, one));
  }

  @Test
  void timeIsCountedOnceHoweverOftenItIsSaid() {
    Marks doubted = Marks.NONE.trusted(false, 5 * SECOND);
    assertSame(doubted, doubted.trusted(false, 7 * SECOND));
    assertEquals(0, doubted.count(Sign.UNTRUSTED));
    assertEquals(4, doubted.trusted(true, 9 * SECOND).count(Sign.UNTRUSTED));
  }

  @Property
  void moreOfASignNeverGivesLess(
      @ForAll Sign sign,
      @ForAll @LongRange(min = 0, max = 1_000_000) long count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
    assertTrue(sign.points(count) <= sign.points(count + more));
    assertTrue(sign.points(count) >= 0 && sign.points(count) <= sign.most());
  }

  @Property
  void scoreStaysInItsRange(@ForAll @IntRange(min = 0, max = 5_000) int each) {
    Marks marks = Marks.NONE;
    for (Sign sign : Sign.values()) {
      marks = marks.plus(sign, each);
    }
    int score = Risk.of(marks, new Money(each, Currency.getInstance("EUR"))).score();
    assertTrue(score >= 0 && score <= Risk.MOST, () -> "score " + score);
  }
}
