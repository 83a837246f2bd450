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

  private final double[] slopes;
  private final double startKelvin;
  private final double kelvin;
  private final long fromNanos;

  /**
   * The air becomes warmer or colder at once.
   *
   * @param kelvin by how much; from a shop into its cold store it is −17
   */
  public Climate(double kelvin, long fromNanos, RandomGenerator random) {
    this(slopes(random), 0, kelvin, fromNanos);
  }

  private Climate(double[] slopes, double startKelvin, double kelvin, long fromNanos) {
    this.slopes = slopes;
    this.startKelvin = startKelvin;
    this.kelvin = kelvin;
    this.fromNanos = fromNanos;
  }

  private static double[] slopes(RandomGenerator random) {
    double[] slopes = new double[Spot.Cell.values().length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = GRAMS_PER_KELVIN * random.nextGaussian();
    }
    return slopes;
  }

  /**
   * The same cells in other air, from the temperature that they have by then.
   *
   * @param toKelvin beside where they began
   */
  public Climate then(double toKelvin, long nanos) {
    return new Climate(slopes, kelvinAt(nanos), toKelvin, nanos);
  }

  /** No change. */
  public static Climate steady() {
    return new Climate(0, 0, new SplittableRandom(0));
  }

  private double kelvinAt(long nanos) {
    double seconds = Math.max(0, (nanos - fromNanos) * 1e-9);
    double left = StrictMath.exp(-seconds / CONSTANT_SECONDS);
    return kelvin + (startKelvin - kelvin) * left;
  }

  double grams(Spot.Cell cell, long nanos) {
    double warmed = kelvinAt(nanos);
    return warmed
        * switch (cell) {
          case FRONT_LEFT -> slopes[0];
          case FRONT_RIGHT -> slopes[1];
          case REAR_LEFT -> slopes[2];
          case REAR_RIGHT -> slopes[3];
        };
  }
}
