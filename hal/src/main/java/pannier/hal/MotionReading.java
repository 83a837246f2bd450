package pannier.hal;

/**
 * How the cart moves at one instant.
 *
 * @param tiltDegrees between the basket's floor and the horizontal, 0 to 90
 * @param accelerationMps2 magnitude without gravity, 0 or more
 */
public record MotionReading(long timestampNanos, double tiltDegrees, double accelerationMps2) {}
