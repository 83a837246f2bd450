package pannier.domain.calibration;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.LoadSample;

/**
 * What makes grams of counts. An immutable value.
 *
 * @param cells front left, front right, rear left, rear right
 * @param celsius at which they were calibrated; NaN without a thermometer
 * @param creep what loaded cells go on giving; none if it is not known
 */
public record Calibration(List<CellCalibration> cells, double celsius, List<CreepTerm> creep) {
  public Calibration {
    cells = List.copyOf(cells);
    creep = List.copyOf(creep);
    if (cells.size() != Counts.CORNERS) {
      throw new IllegalArgumentException(cells.size() + " cells; four, one a corner");
    }
  }

  /**
   * One term of a sum of exponentials: {@code fraction · (1 − exp(−t / seconds))} of a load is
   * added to it as it lies.
   *
   * @param fraction −0.01 to 0.01; OIML R 60-1, 5.5.1 allows a class C3 cell 0.000245 in half an
   *     hour
   * @param seconds its time constant, above zero
   */
  public record CreepTerm(double fraction, double seconds) {
    public CreepTerm {
      if (!(Math.abs(fraction) <= 0.01) || !(seconds > 0)) {
        throw new IllegalArgumentException("creep of %s in %s s".formatted(fraction, seconds));
      }
    }
  }

  /**
   * Grams, before creep is taken off.
   *
   * @param nowCelsius the cells' temperature; NaN if it is not known
   */
  public LoadSample grams(long nanos, Counts counts, double nowCelsius) {
    double kelvin = nowCelsius - celsius;
    double warmer = Double.isNaN(kelvin) ? 0 : kelvin;
    return new LoadSample(
        nanos,
        cells.get(0).grams(counts.frontLeft(), warmer),
        cells.get(1).grams(counts.frontRight(), warmer),
        cells.get(2).grams(counts.rearLeft(), warmer),
        cells.get(3).grams(counts.rearRight(), warmer));
  }

  /** The same cells, zeroed anew. */
  public Calibration zeroedAt(Counts empty, double atCelsius) {
    List<CellCalibration> zeroed = new ArrayList<>();
    for (int i = 0; i < Counts.CORNERS; i++) {
      CellCalibration cell = cells.get(i);
      zeroed.add(
          new CellCalibration(
              empty.at(i), cell.gramsPerCount(), cell.zeroGramsPerKelvin(), cell.spanPerKelvin()));
    }
    return new Calibration(zeroed, atCelsius, creep);
  }
}
