package pannier.domain.evidence;

/**
 * The load on the four cells at one instant, calibrated, in grams. A cell that gave no reading is
 * NaN.
 */
public record LoadSample(
    long timestampNanos,
    double frontLeftGrams,
    double frontRightGrams,
    double rearLeftGrams,
    double rearRightGrams) {

  /** The sum of the cells; NaN if one of them gave no reading. */
  public double totalGrams() {
    return frontLeftGrams + frontRightGrams + rearLeftGrams + rearRightGrams;
  }
}
