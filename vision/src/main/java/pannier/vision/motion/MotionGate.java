package pannier.vision.motion;

import java.util.Arrays;
import pannier.vision.rim.RimMap;

/**
 * Tells whether a picture shows more than the quiet scene, as cheaply as that can be done: one
 * subtraction a channel and cell, in the basket and just outside of it.
 */
public final class MotionGate {
  private static final float OUTSIDE_CELLS = 3;
  private static final int LEAST_CELLS = 8;

  /** A little above what counts once it is open, so that it does not open at nothing. */
  private static final float FACTOR = 1.2f;

  private static final long ABSORB_NANOS = 100_000_000;

  /** Time in which the scene forgets: slow enough for a hand, fast enough for a cloud. */
  private static final float MEMORY_NANOS = 700_000_000;

  private final QuietScene scene;
  private final int[] watched;
  private final float[] least;
  private long absorbedNanos;

  /**
   * @param sigmaLevels the noise by now, see {@link NoiseMeter}
   * @param scene what the camera sees at rest; this gate keeps it up to date from now on
   */
  public MotionGate(QuietScene scene, RimMap rim, float sigmaLevels, long nowNanos) {
    this.scene = scene;
    absorbedNanos = nowNanos;
    int[] cells = new int[scene.cells()];
    int count = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      if (rim.depthCells(cell) > -OUTSIDE_CELLS) {
        cells[count++] = cell;
      }
    }
    watched = Arrays.copyOf(cells, count);
    least = new float[scene.cells()];
    renewLimits(sigmaLevels);
  }

  private void renewLimits(float sigmaLevels) {
    for (int cell : watched) {
      least[cell] = FACTOR * Tolerance.levels(scene, cell, sigmaLevels);
    }
  }

  /** Whether the picture shows something new; if not, it becomes part of the scene. */
  public boolean opens(SmallPicture picture, float sigmaLevels) {
    int different = 0;
    for (int cell : watched) {
      int i = 3 * cell;
      float departure =
          Math.abs(picture.value(i) - scene.mean(i))
              + Math.abs(picture.value(i + 1) - scene.mean(i + 1))
              + Math.abs(picture.value(i + 2) - scene.mean(i + 2));
      if (departure > FACTOR * Tolerance.levels(scene, cell, sigmaLevels)
          && ++different > LEAST_CELLS) {
        return true;
      }
    }
    long sinceNanos = picture.timestampNanos() - absorbedNanos;
    if (sinceNanos >= ABSORB_NANOS) {
      scene.absorb(picture, Math.min(0.5f, sinceNanos / MEMORY_NANOS));
      absorbedNanos = picture.timestampNanos();
      renewLimits(sigmaLevels);
    }
    return false;
  }

  public QuietScene scene() {
    return scene;
  }
}
