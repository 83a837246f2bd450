package pannier.hal;

/**
 * The battery at one instant.
 *
 * @param chargeFraction 0 (empty) to 1 (full)
 * @param volts at the cell
 */
public record BatteryReading(long timestampNanos, double chargeFraction, double volts) {}
