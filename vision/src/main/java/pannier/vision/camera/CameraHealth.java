package pannier.vision.camera;

import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.CameraState;
import pannier.vision.motion.SmallPicture;

/**
 * Judges from its pictures whether a camera can be trusted: against fixed limits at first, against
 * what is usual for it later. A fault must last {@link #PROOF_NANOS} to count, and so must its end.
 */
final class CameraHealth {
  private static final long PROOF_NANOS = 700_000_000;

  /** Faults last; looking for them more often would cost more than the motion gate. */
  private static final long JUDGE_NANOS = 90_000_000;

  private static final double LEARN = 0.06;
  private static final double DARK_LEVEL = 14;
  private static final double FLAT_LEVELS = 3.5;
  private static final double COVERED_SHARPNESS = 0.25;
  private static final double BLURRED_SHARPNESS = 0.35;
  private static final double SPREAD_SHARE = 0.5;
  private static final double LEVEL_SHARE = 0.2;

  private final FreezeMeter freeze = new FreezeMeter();
  private CameraState state = CameraState.TRUSTED;
  private CameraState suspected = CameraState.TRUSTED;
  private long suspectedSinceNanos;
  private long judgedNanos;
  private @Nullable PictureMeasures usual;

  CameraState state() {
    return state;
  }

  /** Judges the next picture; gives the state that holds from now on. */
  CameraState judge(SmallPicture picture) {
    long nowNanos = picture.timestampNanos();
    if (usual != null && nowNanos - judgedNanos < JUDGE_NANOS) {
      return state;
    }
    judgedNanos = nowNanos;
    CameraState looks = looksLike(picture);
    if (looks != suspected) {
      suspected = looks;
      suspectedSinceNanos = nowNanos;
    }
    boolean proven = nowNanos - suspectedSinceNanos >= PROOF_NANOS;
    // The freeze meter has waited already, and a picture that moves again is proof enough.
    if (proven || looks == CameraState.FROZEN || state == CameraState.FROZEN) {
      state = looks;
    }
    return state;
  }

  private CameraState looksLike(SmallPicture picture) {
    if (freeze.isFrozen(picture)) {
      return CameraState.FROZEN;
    }
    PictureMeasures now = PictureMeasures.of(picture);
    if (now.level() < DARK_LEVEL) {
      return CameraState.DARK;
    }
    PictureMeasures known = usual == null ? now : usual;
    if (now.spread() < FLAT_LEVELS || isCovered(now, known)) {
      return CameraState.COVERED;
    }
    boolean soft = now.sharpness() < BLURRED_SHARPNESS * known.sharpness();
    if (soft && now.spread() >= SPREAD_SHARE * known.spread()) {
      return CameraState.BLURRED;
    }
    // Softer and plainer at once: the only sharp thing was taken away. That is the new usual.
    usual = soft ? now : known.towards(now, LEARN);
    return CameraState.TRUSTED;
  }

  /** All edges gone, and the light changed: an emptied basket may lose edges, but not both. */
  private static boolean isCovered(PictureMeasures now, PictureMeasures usual) {
    return now.sharpness() < COVERED_SHARPNESS * usual.sharpness()
        && now.spread() < SPREAD_SHARE * usual.spread()
        && Math.abs(now.level() - usual.level()) > LEVEL_SHARE * usual.level();
  }
}
