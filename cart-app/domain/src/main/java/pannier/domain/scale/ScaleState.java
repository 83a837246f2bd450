package pannier.domain.scale;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.mass.Mass;

/**
 * What the scale knows between two samples. An immutable value.
 *
 * @param baseline the last settled level; null before the first
 * @param noise of one sample of the sum
 * @param window the latest samples, oldest first
 * @param unsettled since when the load is away from its level; null while it is settled
 * @param health what the cart's motion and dead cells do to it
 */
public record ScaleState(
    @Nullable Baseline baseline,
    Noise noise,
    List<LoadSample> window,
    @Nullable Long unsettled,
    Health health) {
  /** Before the first sample. */
  public static final ScaleState START =
      new ScaleState(
          null, Noise.UNKNOWN, List.of(), null, new Health(null, "", Long.MIN_VALUE, Runs.NONE, 0));

  public ScaleState {
    window = List.copyOf(window);
  }

  /**
   * A settled level.
   *
   * @param samples how many it is the mean of, which gives its variance
   * @param tiltRadians at which it was weighed
   */
  record Baseline(Cells cells, int samples, double tiltRadians) {}

  /**
   * The noise of one sample of the sum, estimated from the differences of neighbours, which drift
   * does not touch.
   *
   * @param samples how many went into it
   */
  record Noise(double varianceGrams2, int samples) {
    static final Noise UNKNOWN = new Noise(2.25, 0);

    double standardDeviationGrams() {
      return Math.sqrt(varianceGrams2);
    }

    /**
     * With one more difference of neighbours: a step counts no more than noise of twice the size.
     */
    Noise after(double differenceGrams) {
      int counted = Math.min(samples + 1, 800);
      double one = Math.min(differenceGrams * differenceGrams / 2, 4 * varianceGrams2);
      double variance = varianceGrams2 + (one - varianceGrams2) / (counted + 20);
      return new Noise(Math.max(variance, 0.01), counted);
    }

    /**
     * The noise of cobbles must not deafen the scale when they end: a window that is far quieter
     * than the estimate (once in some thousand windows by chance) halves it.
     */
    Noise quieted(List<LoadSample> window) {
      int n = window.size();
      if (n < 12) {
        return this;
      }
      double sum = 0;
      for (int i = 1; i < n; i++) {
        double difference = window.get(i).totalGrams() - window.get(i - 1).totalGrams();
        sum += difference * difference / 2;
      }
      double variance = sum / (n - 1);
      return variance * 4 < varianceGrams2 ? new Noise(varianceGrams2 / 2, samples) : this;
    }
  }

  /**
   * @param motion the latest word about how the cart moves; null without such a sensor
   * @param fault why the cells cannot be trusted; empty if they can
   * @param stirredNanos when the load last came to rest; {@link Long#MIN_VALUE} if it never left
   * @param runs how long each cell has given the very same number
   * @param tilts how many readings of the tilt were averaged
   */
  record Health(
      @Nullable MotionSample motion, String fault, long stirredNanos, Runs runs, int tilts) {
    Health with(String trouble, Runs alike) {
      return new Health(motion, trouble, stirredNanos, alike, tilts);
    }
  }

  /** The settled load in grams; empty before the first settled level. */
  public Optional<Mass> level() {
    return baseline == null
        ? Optional.empty()
        : Optional.of(Mass.ofGrams(baseline.cells().totalGrams()));
  }

  /** Since when the load has been away from its level; empty while it is settled. */
  public OptionalLong unsettledSince() {
    return unsettled == null ? OptionalLong.empty() : OptionalLong.of(unsettled);
  }

  /** A level is known and the load is at it. */
  public boolean settled() {
    return baseline != null && unsettled == null;
  }

  /** When the load was last away from its level; {@link Long#MIN_VALUE} if it never was. */
  public long stirredNanos() {
    return unsettled == null
        ? health.stirredNanos()
        : window.isEmpty() ? unsettled : window.getLast().timestampNanos();
  }

  /** The time of the latest sample; empty before the first. */
  public OptionalLong lastSampleNanos() {
    return window.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(window.getLast().timestampNanos());
  }

  /** Why the cells cannot be trusted, in words; empty if they can. */
  public String fault() {
    return health.fault();
  }
}
