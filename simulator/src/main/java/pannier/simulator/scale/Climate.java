package pannier.simulator.scale;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How the cells' zero follows the temperature. OIML R 60-1 allows a class C3 cell 0.7 of its
 * smallest interval per 5 K at no load; of a 10 kg cell with 10,000 such intervals that is 0.14
 * g/K, which we take as two standard deviations. The metal follows the air with a time constant of
 * a quarter of an hour, an estimate for 1 kg of aluminium in moving air.
 */
public final class Climate {
  private static final double GRAMS_PER_KELVIN = 0.07;
  private static final double CONSTANT_SECONDS = 900;

  private final double[] slopes = new double[Spot.Cell.values().length];
  private final double kelvin;
  private final long fromNanos;

  /**
   * The air becomes warmer or colder at once.
   *
   * @param kelvin by how much; from a shop into its cold store it is −17
   */
  public Climate(double kelvin, long fromNanos, RandomGenerator random) {
    this.kelvin = kelvin;
    this.fromNanos = fromNanos;
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = GRAMS_PER_KELVIN * random.nextGaussian();
    }
  }

  /** No change. */
  public static Climate steady() {
    return new Climate(0, 0, new SplittableRandom(0));
  }

  double grams(Spot.Cell cell, long nanos) {
    double seconds = (nanos - fromNanos) * 1e-9;
    if (kelvin == 0 || seconds <= 0) {
      return 0;
    }
    double warmed = kelvin * (1 - StrictMath.exp(-seconds / CONSTANT_SECONDS));
    return warmed
        * switch (cell) {
          case FRONT_LEFT -> slopes[0];
          case FRONT_RIGHT -> slopes[1];
          case REAR_LEFT -> slopes[2];
          case REAR_RIGHT -> slopes[3];
        };
  }
}
