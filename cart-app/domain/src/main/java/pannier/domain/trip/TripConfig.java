package pannier.domain.trip;

import java.time.Duration;

/**
 * How the trip goes about people and faults.
 *
 * @param staffAfter a hold that is open for longer calls staff
 * @param silentAfter a sensor that says nothing for longer is untrusted (CONTRACT: within a second)
 * @param startToleranceGrams how far the basket's mass at the start may be from what was declared
 */
public record TripConfig(Duration staffAfter, Duration silentAfter, double startToleranceGrams) {
  public TripConfig {
    if (staffAfter.isNegative() || silentAfter.isNegative() || !(startToleranceGrams > 0)) {
      throw new IllegalArgumentException(
          "%s, %s, %s g".formatted(staffAfter, silentAfter, startToleranceGrams));
    }
  }

  /** A minute for the shopper to sort a hold out; 15 g is a bag, not an item to steal. */
  public static TripConfig standard() {
    return new TripConfig(Duration.ofSeconds(60), Duration.ofMillis(900), 15);
  }
}
