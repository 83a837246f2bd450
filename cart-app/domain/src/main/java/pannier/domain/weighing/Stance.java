package pannier.domain.weighing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.MotionSample;

/**
 * How the cart stands, from its motion sensor. An immutable value.
 *
 * @param heardNanos the sensor's last word; null if it never said anything
 * @param tiltDegrees by its last word
 * @param rolledNanos when it last felt the cart roll
 * @param tiltedNanos when it last felt too steep a slope
 */
record Stance(@Nullable Long heardNanos, double tiltDegrees, long rolledNanos, long tiltedNanos) {
  static final Stance START = new Stance(null, 0, Long.MIN_VALUE / 2, Long.MIN_VALUE / 2);

  /** As long as the scale itself believes the sensor's last word. */
  private static final long SILENT_NANOS = 2_000_000_000L;

  Stance next(MotionSample motion, WeighingRules rules, double steepestDegrees) {
    long nanos = motion.timestampNanos();
    return new Stance(
        nanos,
        motion.tiltDegrees(),
        motion.accelerationMps2() > rules.stillMps2() ? nanos : rolledNanos,
        motion.tiltDegrees() > steepestDegrees ? nanos : tiltedNanos);
  }

  /** What keeps the cart from weighing just now; a cart without the sensor has only its cells. */
  Optional<Obstacle> obstacle(WeighingRules rules, long nowNanos) {
    Long heard = heardNanos;
    if (heard == null) {
      return Optional.empty();
    }
    long since = nowNanos - rules.stillFor().toNanos();
    if (nowNanos - heard > SILENT_NANOS) {
      return Optional.of(Obstacle.UNKNOWN);
    }
    if (tiltedNanos > since) {
      return Optional.of(Obstacle.TILTED);
    }
    return rolledNanos > since ? Optional.of(Obstacle.ROLLING) : Optional.empty();
  }
}
