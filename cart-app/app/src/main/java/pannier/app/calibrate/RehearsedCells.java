package pannier.app.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pannier.domain.calibration.Procedure;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;

/**
 * Four made-up cells to rehearse a calibration with: each has a gain and a zero of its own, and
 * someone puts the mass where the procedure asks for it. On stepped time.
 */
public final class RehearsedCells implements LoadConverters {
  /** A 20 kg cell of 2 mV/V on a NAU7802 at gain 128: about 400 counts a gram. */
  private static final double COUNTS_PER_GRAM = 419;

  private static final double NOISE_GRAMS = 0.2;
  private static final long PERIOD_NANOS = 12_500_000L;
  private static final double[][] PLACES = {
    {0.5, 0.5}, {0.2, 0.2}, {0.8, 0.2}, {0.2, 0.8}, {0.8, 0.8}
  };

  private final RandomGenerator random;
  private final double[] gains = new double[4];
  private final double[] zeros = new double[4];
  private double massGrams;
  private double across;
  private double along;
  private long nowNanos;

  public RehearsedCells(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < 4; i++) {
      gains[i] = COUNTS_PER_GRAM * (1 + 0.02 * random.nextGaussian());
      zeros[i] = 200_000 * random.nextGaussian();
    }
  }

  /** Does what the procedure asks for, a little beside the place. */
  public void place(Procedure.Step step, double grams) {
    double[] place =
        switch (step) {
          case EMPTY, EMPTY_AGAIN, MIDDLE, MIDDLE_AGAIN -> PLACES[0];
          case FRONT_LEFT -> PLACES[1];
          case FRONT_RIGHT -> PLACES[2];
          case REAR_LEFT -> PLACES[3];
          case REAR_RIGHT -> PLACES[4];
        };
    boolean empty = step == Procedure.Step.EMPTY || step == Procedure.Step.EMPTY_AGAIN;
    massGrams = empty ? 0 : grams;
    across = place[0] + 0.03 * random.nextGaussian();
    along = place[1] + 0.03 * random.nextGaussian();
  }

  @Override
  public List<CountReading> drain() {
    List<CountReading> readings = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      nowNanos += PERIOD_NANOS;
      readings.add(
          new CountReading(
              nowNanos,
              counts(0, (1 - across) * (1 - along)),
              counts(1, across * (1 - along)),
              counts(2, (1 - across) * along),
              counts(3, across * along)));
    }
    return readings;
  }

  private double counts(int cell, double share) {
    double grams = massGrams * share + NOISE_GRAMS * random.nextGaussian();
    return Math.rint(zeros[cell] + gains[cell] * grams);
  }

  @Override
  public Connection connection() {
    return new Connection.Connected();
  }

  @Override
  public void close() {}
}
