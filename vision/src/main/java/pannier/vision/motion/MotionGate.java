package pannier.vision.motion;

import java.util.stream.IntStream;
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
  private long absorbedNanos;

  /**
   * @param scene what the camera sees at rest; this gate keeps it up to date from now on
   */
  public MotionGate(QuietScene scene, RimMap rim, long nowNanos) {
    this(scene, watched(scene, rim), nowNanos);
  }

  private MotionGate(QuietScene scene, int[] watched, long nowNanos) {
    this.scene = scene;
    this.watched = watched;
    absorbedNanos = nowNanos;
  }

  private static int[] watched(QuietScene scene, RimMap rim) {
    return IntStream.range(0, scene.cells())
        .filter(cell -> rim.depthCells(cell) > -OUTSIDE_CELLS)
        .toArray();
  }

  /** The gate at another scene of the same camera and size. */
  public MotionGate at(QuietScene other, long nowNanos) {
    return new MotionGate(other, watched, nowNanos);
  }

  /**
   * Whether the picture shows something new; if not, it becomes part of the scene.
   *
   * @param sigmaLevels the noise by now, see {@link NoiseMeter}
   */
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
    }
    return false;
  }

  public QuietScene scene() {
    return scene;
  }
}
