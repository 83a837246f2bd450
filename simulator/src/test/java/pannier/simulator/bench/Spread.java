package pannier.simulator.bench;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What several rounds gave.
 *
 * @param median of the rounds
 * @param low the tenth in a hundred
 * @param high the ninetieth
 */
record Spread(double median, double low, double high) {
  /** Of one value a round. */
  static Spread of(int rounds, IntToDoubleFunction value) {
    double[] values = new double[rounds];
    Arrays.setAll(values, value);
    Arrays.sort(values);
    return new Spread(at(values, 0.5), at(values, 0.1), at(values, 0.9));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
