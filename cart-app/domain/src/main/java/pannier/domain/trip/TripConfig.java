package pannier.domain.trip;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.gs1.RestrictedRule;
import pannier.domain.weighing.WeighingRules;

/**
 * How the trip goes about people and faults.
 *
 * @param staffAfter a hold that is open for longer calls staff
 * @param silentAfter a sensor that says nothing for longer is untrusted (CONTRACT: within a second)
 * @param answerWithin after <em>Pay</em>, an unanswered question waits for so long, with a warning
 *     at half the time
 * @param startToleranceGrams how far the basket's mass at the start may be from what was declared
 * @param offGrams the basket's lines may be so far from the scale before the bill says so: drops,
 *     leaks and drift come to less
 * @param labels how the shop's scales write prices and masses into numbers of its own; null in
 *     journals from before they were read
 * @param weighing what may be sold by mass; null where nobody sells: in recordings, and in journals
 *     from before it was asked
 */
public record TripConfig(
    Duration staffAfter,
    Duration silentAfter,
    Duration answerWithin,
    double startToleranceGrams,
    double offGrams,
    @Nullable List<RestrictedRule> labels,
    @Nullable WeighingRules weighing) {
  /**
   * Great Britain (GS1 UK, variable measure items), Germany (GS1 Germany: 28 price, 29 mass) and
   * North America (GS1 US: UPC-A with a leading 2).
   */
  private static final List<RestrictedRule> USUAL =
      List.of(
          new RestrictedRule("20IIIIIVPPPPC", 2),
          new RestrictedRule("28IIIIIPPPPPC", 2),
          new RestrictedRule("29IIIIIWWWWWC", 3),
          new RestrictedRule("02IIIIIVPPPPC", 2));

  public TripConfig {
    if (staffAfter.isNegative()
        || silentAfter.isNegative()
        || !(startToleranceGrams > 0)
        || !(offGrams > 0)) {
      throw new IllegalArgumentException(
          "%s, %s, %s g".formatted(staffAfter, silentAfter, startToleranceGrams));
    }
  }

  /** A minute for the shopper to sort a hold out; 15 g is a bag, not an item to steal. */
  public static TripConfig standard() {
    return new TripConfig(
        Duration.ofSeconds(60),
        Duration.ofMillis(900),
        Duration.ofSeconds(40),
        15,
        60,
        USUAL,
        WeighingRules.standard());
  }

  /** The same with a shop's own labels. */
  public TripConfig with(List<RestrictedRule> own) {
    return new TripConfig(
        staffAfter,
        silentAfter,
        answerWithin,
        startToleranceGrams,
        offGrams,
        List.copyOf(own),
        weighing);
  }

  /** The same, selling by mass as these say. */
  public TripConfig with(WeighingRules rules) {
    return new TripConfig(
        staffAfter, silentAfter, answerWithin, startToleranceGrams, offGrams, labels, rules);
  }

  /** For a recording: nothing is sold. */
  public TripConfig withoutSale() {
    return new TripConfig(
        staffAfter, silentAfter, answerWithin, startToleranceGrams, offGrams, labels, null);
  }

  @Override
  public List<RestrictedRule> labels() {
    return labels == null ? List.of() : List.copyOf(labels);
  }
}
