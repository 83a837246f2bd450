package pannier.vision.motion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much a camera's pictures flicker from one to the next where nothing happens: sensor noise in
 * poor light, compression. Judged by the median cell, so that hands do not count.
 */
public final class NoiseMeter {
  private static final int EVERY_CELLS = 7;

  /** Noise is measured this often, and on every picture at first. */
  private static final long MEASURE_NANOS = 100_000_000;

  private static final float QUICK = 0.3f;
  private static final float SLOW = 0.1f;
  private static final float SIGMAS_PER_MEDIAN = 1.05f;

  private @Nullable SmallPicture previous;
  private float medianLevels;
  private long measuredNanos;
  private int warmUp = 10;
  private int[] steps = {};

  /** Takes the next picture in. Equal pictures (one doubled by a slower camera) say nothing. */
  public void add(SmallPicture picture) {
    SmallPicture last = previous;
    boolean due = picture.timestampNanos() - measuredNanos >= MEASURE_NANOS || warmUp > 0;
    if (due && last != null && last.cells() == picture.cells() && !last.looksLike(picture)) {
      measuredNanos = picture.timestampNanos();
      warmUp = Math.max(0, warmUp - 1);
      float median = median(last, picture);
      medianLevels += (median > medianLevels ? QUICK : SLOW) * (median - medianLevels);
    }
    previous = SmallPicture.copy(picture, last);
  }

  private float median(SmallPicture last, SmallPicture picture) {
    int count = (picture.cells() + EVERY_CELLS - 1) / EVERY_CELLS;
    steps = steps.length == count ? steps : new int[count];
    for (int cell = 0, n = 0; cell < picture.cells(); cell += EVERY_CELLS, n++) {
      int i = 3 * cell;
      steps[n] =
          Math.abs(picture.value(i) - last.value(i))
              + Math.abs(picture.value(i + 1) - last.value(i + 1))
              + Math.abs(picture.value(i + 2) - last.value(i + 2));
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  /**
   * One standard deviation of a cell of a single picture, in grey levels summed over channels: the
   * median step between two pictures is 0.67 x sqrt 2 of it.
   */
  public float sigmaLevels() {
    return SIGMAS_PER_MEDIAN * medianLevels;
  }
}
