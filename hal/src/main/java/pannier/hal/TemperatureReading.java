package pannier.hal;

/**
 * How warm the load cells' metal is at one instant.
 *
 * @param celsius −55 to 125
 */
public record TemperatureReading(long timestampNanos, double celsius) {}
