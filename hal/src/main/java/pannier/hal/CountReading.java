package pannier.hal;

/**
 * What the four converters gave at one instant, in counts. One that did not answer is NaN.
 *
 * @param timestampNanos when the last of the conversions was read, on the cart's clock
 */
public record CountReading(
    long timestampNanos,
    double frontLeftCounts,
    double frontRightCounts,
    double rearLeftCounts,
    double rearRightCounts) {}
