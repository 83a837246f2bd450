package pannier.vision.camera;

import org.jspecify.annotations.Nullable;
import pannier.vision.motion.SmallPicture;

/**
 * Finds a camera that gives the same picture again and again. Only one whose pictures always
 * differed by their noise can be told to be frozen: footage without noise repeats itself whenever
 * nothing moves.
 */
final class FreezeMeter {
  private static final long FROZEN_NANOS = 700_000_000;
  private static final long NOISELESS_NANOS = 200_000_000;
  private static final long LEARNED_NANOS = 3_000_000_000L;

  private @Nullable SmallPicture previous;
  private long variedSinceNanos = Long.MAX_VALUE;
  private long repeatedSinceNanos;
  private boolean frozen;

  /** Takes the next picture in; true while the camera is frozen. */
  boolean isFrozen(SmallPicture picture) {
    long nowNanos = picture.timestampNanos();
    boolean repeats = previous != null && previous.looksLike(picture);
    previous = SmallPicture.copy(picture, previous);
    if (!repeats) {
      frozen = false;
      repeatedSinceNanos = nowNanos;
      variedSinceNanos = Math.min(variedSinceNanos, nowNanos);
      return false;
    }
    long repeatedNanos = nowNanos - repeatedSinceNanos;
    boolean noisy = repeatedSinceNanos - variedSinceNanos >= LEARNED_NANOS;
    if (!noisy && repeatedNanos >= NOISELESS_NANOS) {
      variedSinceNanos = Long.MAX_VALUE;
    }
    frozen |= noisy && repeatedNanos >= FROZEN_NANOS;
    return frozen;
  }
}
