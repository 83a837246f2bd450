package pannier.hal.polled;

import java.util.Arrays;
import java.util.Optional;
import pannier.hal.CountReading;

/**
 * Joins what four converters give, each on its own clock, to readings of all four: one as soon as
 * each converter that is alive has something new. One that is silent for long is NaN.
 */
public final class Corners {
  /** Three conversions of a converter at ten samples a second, and a little. */
  private static final long SILENT_NANOS = 350_000_000L;

  private static final int CORNERS = 4;

  private final double[] counts = new double[CORNERS];
  private final boolean[] fresh = new boolean[CORNERS];
  private final boolean[] alive = new boolean[CORNERS];
  private final long[] heardNanos = new long[CORNERS];
  private long lastNanos = Long.MIN_VALUE;

  /**
   * A conversion.
   *
   * @param corner 0 front left, 1 front right, 2 rear left, 3 rear right
   * @return the reading that it completes
   */
  public synchronized Optional<CountReading> converted(int corner, double value, long nanos) {
    counts[corner] = value;
    fresh[corner] = true;
    alive[corner] = true;
    heardNanos[corner] = nanos;
    lastNanos = Math.max(lastNanos, nanos);
    for (int i = 0; i < CORNERS; i++) {
      alive[i] &= lastNanos - heardNanos[i] <= SILENT_NANOS;
      if (alive[i] && !fresh[i]) {
        return Optional.empty();
      }
    }
    Arrays.fill(fresh, false);
    return Optional.of(new CountReading(lastNanos, at(0), at(1), at(2), at(3)));
  }

  /** A converter does not answer: the others no longer wait for it. */
  public synchronized void lost(int corner) {
    alive[corner] = false;
  }

  private double at(int corner) {
    return alive[corner] ? counts[corner] : Double.NaN;
  }
}
