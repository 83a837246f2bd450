package pannier.domain.calibration;

/**
 * One cell: {@code grams = (counts − zeroCounts) · gramsPerCount}, corrected for how far the cell
 * is from the temperature at which that was found.
 *
 * @param zeroCounts with the empty basket on it
 * @param gramsPerCount not zero; negative for a bridge that is wired the other way round
 * @param zeroGramsPerKelvin how much it shows more with each degree, at no load
 * @param spanPerKelvin by which fraction it shows more of a load with each degree
 */
public record CellCalibration(
    double zeroCounts, double gramsPerCount, double zeroGramsPerKelvin, double spanPerKelvin) {
  public CellCalibration {
    boolean finite =
        Double.isFinite(zeroCounts)
            && Double.isFinite(zeroGramsPerKelvin)
            && Double.isFinite(gramsPerCount);
    if (!finite || gramsPerCount == 0 || !(Math.abs(spanPerKelvin) < 0.01)) {
      throw new IllegalArgumentException(
          "a cell with zero %s, %s g a count, %s g/K, span %s/K"
              .formatted(zeroCounts, gramsPerCount, zeroGramsPerKelvin, spanPerKelvin));
    }
  }

  /**
   * @param kelvin warmer than at calibration
   */
  double grams(double counts, double kelvin) {
    double shown = (counts - zeroCounts) * gramsPerCount - zeroGramsPerKelvin * kelvin;
    return shown / (1 + spanPerKelvin * kelvin);
  }
}
