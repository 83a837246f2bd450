package pannier.hal;

/**
 * The four cells at one instant, in grams as calibrated. A cell that did not answer is NaN.
 *
 * @param timestampNanos when the conversion ended, on the cart's clock
 */
public record LoadReading(
    long timestampNanos,
    double frontLeftGrams,
    double frontRightGrams,
    double rearLeftGrams,
    double rearRightGrams) {}
