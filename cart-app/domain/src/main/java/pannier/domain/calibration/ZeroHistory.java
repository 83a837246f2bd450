package pannier.domain.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * How each cell's zero follows the temperature, by the zeros of a cart's calibrations at different
 * temperatures.
 *
 * @param zeros oldest first
 */
public record ZeroHistory(List<Zero> zeros) {
  /** Zeros closer together than this say more about noise and wear than about temperature. */
  private static final double LEAST_SPREAD_KELVIN = 5;

  public ZeroHistory {
    zeros = List.copyOf(zeros);
  }

  /** The empty basket at one temperature. */
  public record Zero(double celsius, Counts counts) {}

  /** The calibration with what its history says about temperature; unchanged if it says nothing. */
  public Calibration compensate(Calibration calibration) {
    List<Zero> known = zeros.stream().filter(zero -> !Double.isNaN(zero.celsius())).toList();
    double mean = known.stream().mapToDouble(Zero::celsius).average().orElse(0);
    double spread =
        known.stream().mapToDouble(Zero::celsius).max().orElse(0)
            - known.stream().mapToDouble(Zero::celsius).min().orElse(0);
    if (spread < LEAST_SPREAD_KELVIN) {
      return calibration;
    }
    List<CellCalibration> cells = new ArrayList<>();
    for (int i = 0; i < Counts.CORNERS; i++) {
      CellCalibration cell = calibration.cells().get(i);
      cells.add(
          new CellCalibration(
              cell.zeroCounts(),
              cell.gramsPerCount(),
              slope(known, mean, i) * cell.gramsPerCount(),
              cell.spanPerKelvin()));
    }
    return new Calibration(cells, calibration.celsius(), calibration.creep());
  }

  /** Counts a kelvin, by least squares. */
  private static double slope(List<Zero> known, double meanCelsius, int corner) {
    double meanCounts =
        known.stream().mapToDouble(zero -> zero.counts().at(corner)).average().orElse(0);
    double product = 0;
    double square = 0;
    for (Zero zero : known) {
      double kelvin = zero.celsius() - meanCelsius;
      product += kelvin * (zero.counts().at(corner) - meanCounts);
      square += kelvin * kelvin;
    }
    return product / square;
  }
}
