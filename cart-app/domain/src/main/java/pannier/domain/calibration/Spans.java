package pannier.domain.calibration;

import java.util.List;
import java.util.Optional;

/**
 * Finds each cell's grams a count from placings of one known mass: wherever it lies, the four cells
 * together carry it. More placings than cells leave an error to each, the corner error; the spans
 * are those that make the sum of its squares least.
 */
final class Spans {
  private static final int N = Counts.CORNERS;

  private Spans() {}

  /**
   * @param deltas counts beside zero, one a placing; four or more
   * @return grams a count of each cell; empty if the placings do not tell the cells apart
   */
  static Optional<double[]> fit(List<double[]> deltas, double massGrams) {
    double[][] normal = new double[N][N + 1];
    double scale =
        deltas.stream().flatMapToDouble(java.util.Arrays::stream).map(Math::abs).max().orElse(1);
    for (double[] delta : deltas) {
      for (int row = 0; row < N; row++) {
        for (int column = 0; column < N; column++) {
          normal[row][column] += delta[row] / scale * (delta[column] / scale);
        }
        normal[row][N] += delta[row] / scale * massGrams;
      }
    }
    Optional<double[]> solved = solve(normal);
    solved.ifPresent(spans -> java.util.Arrays.setAll(spans, i -> spans[i] / scale));
    return solved;
  }

  static double grams(double[] delta, double[] gramsPerCount) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += delta[i] * gramsPerCount[i];
    }
    return sum;
  }

  /** Gauss with the largest pivot; a pivot of nearly nothing means that placings were alike. */
  private static Optional<double[]> solve(double[][] rows) {
    for (int step = 0; step < N; step++) {
      int pivot = step;
      for (int row = step + 1; row < N; row++) {
        pivot = Math.abs(rows[row][step]) > Math.abs(rows[pivot][step]) ? row : pivot;
      }
      double[] swapped = rows[step];
      rows[step] = rows[pivot];
      rows[pivot] = swapped;
      if (Math.abs(rows[step][step]) < 1e-3) {
        return Optional.empty();
      }
      for (int row = 0; row < N; row++) {
        double share = row == step ? 0 : rows[row][step] / rows[step][step];
        for (int column = step; column <= N; column++) {
          rows[row][column] -= share * rows[step][column];
        }
      }
    }
    double[] solution = new double[N];
    for (int i = 0; i < N; i++) {
      solution[i] = rows[i][N] / rows[i][i];
    }
    return Optional.of(solution);
  }
}
