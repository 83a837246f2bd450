package pannier.domain.scale;

import java.time.Duration;

/**
 * How load samples become weight steps.
 *
 * @param settle a level is settled when the load has been still for this long
 * @param still what "still" allows
 * @param departGrams the load has left its level when it is this far from it (or six standard
 *     deviations, if that is more)
 * @param smallestStepGrams less than this is drift, a drop of water or a touch, and no step
 * @param baseline how many samples a settled level is averaged over at most; more follow drift more
 *     slowly
 */
public record ScaleConfig(
    Duration settle, Still still, double departGrams, double smallestStepGrams, int baseline) {
  public ScaleConfig {
    if (settle.toMillis() < 50 || !(departGrams > 0) || !(smallestStepGrams > 0) || baseline < 8) {
      throw new IllegalArgumentException(
          "settle %s, depart %s g, step %s g, baseline %d"
              .formatted(settle, departGrams, smallestStepGrams, baseline));
    }
  }

  /**
   * What counts as standing still.
   *
   * @param slopeGrams the two halves of the settling window may differ by this (or four standard
   *     errors)
   * @param accelerationMps2 the cart itself: 0.5 m/s² is a push that starts it
   * @param tiltDegrees a ramp beyond this pauses weighing
   * @param longestGap samples further apart than this are an interruption
   */
  public record Still(
      double slopeGrams, double accelerationMps2, double tiltDegrees, Duration longestGap) {}

  /**
   * 250 ms is 20 samples at 80 Hz, the standard error of which is a quarter of the noise of one; a
   * hand that lets go rings for less than 200 ms (seen in the recorded trips).
   */
  public static ScaleConfig standard() {
    return new ScaleConfig(
        Duration.ofMillis(250), new Still(1.0, 0.5, 6, Duration.ofMillis(250)), 4, 3, 160);
  }

  long settleNanos() {
    return settle.toNanos();
  }
}
