package pannier.domain.scale;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
   * @param platform what the cells carry; null in journals from before it was reckoned with
   */
  public record Still(
      double slopeGrams,
      double accelerationMps2,
      double tiltDegrees,
      Duration longestGap,
      @Nullable Platform platform) {

    Platform carrier() {
      return platform == null ? Platform.UNKNOWN : platform;
    }
  }

  /**
   * What hangs on the cells, and how much they bear.
   *
   * @param massGrams the empty basket: it presses less on a ramp too, though the scale shows zero
   * @param cellGrams the most that one cell bears, the basket's share included
   * @param mostGrams the most that may lie in the basket (OIML R 76-1, T.3.1.1, Max)
   * @param tiltErrorDegrees of the accelerometer, one standard deviation: 40 mg of zero error as
   *     the LIS3DH's table 4 has it, less what setting it level at calibration takes away
   */
  public record Platform(
      double massGrams, double cellGrams, double mostGrams, double tiltErrorDegrees) {
    static final Platform UNKNOWN =
        new Platform(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0.5);

    public Platform {
      if (!(massGrams >= 0) || !(cellGrams > 0) || !(mostGrams > 0) || !(tiltErrorDegrees >= 0)) {
        throw new IllegalArgumentException(
            "platform %s g, cells %s g, at most %s g, %s degrees"
                .formatted(massGrams, cellGrams, mostGrams, tiltErrorDegrees));
      }
    }
  }

  /**
   * 250 ms is 20 samples at 80 Hz, the standard error of which is a quarter of the noise of one; a
   * hand that lets go rings for less than 200 ms (seen in the recorded trips). 3.2° are the slope
   * of 5 % up to which tilt is corrected, and what the accelerometer may be off. A common trolley's
   * basket weighs 2 to 3 kg; on four cells of 20 kg 50 kg may lie off the middle.
   */
  public static ScaleConfig standard() {
    return of(new Platform(2500, 20_000, 50_000, 0.3));
  }

  /** The standard numbers on another platform. */
  public static ScaleConfig of(Platform platform) {
    return new ScaleConfig(
        Duration.ofMillis(250),
        new Still(1.0, 0.5, 3.2, Duration.ofMillis(250), platform),
        4,
        3,
        160);
  }

  long settleNanos() {
    return settle.toNanos();
  }
}
