package pannier.domain.evidence;

/**
 * How the cart moves.
 *
 * @param tiltDegrees angle between the basket's floor and the horizontal, 0 to 90
 * @param accelerationMps2 magnitude without gravity, 0 or more
 */
public record MotionSample(long timestampNanos, double tiltDegrees, double accelerationMps2) {}
