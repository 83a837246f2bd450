package pannier.vision.camera;

import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.CameraState;
import pannier.vision.motion.SmallPicture;

/**
 * Judges from its pictures whether a camera can be trusted. A fault must last {@link #PROOF_NANOS}
 * to count, and so must its end.
 */
final class CameraHealth {
  private static final long PROOF_NANOS = 700_000_000;
  private static final float LEARN = 0.02f;
  private static final double DARK_LEVEL = 14;
  private static final double FLAT_LEVELS = 5;
  private static final double COVERED_DETAIL = 0.2;
  private static final double BLURRED_DETAIL = 0.4;

  private CameraState state = CameraState.TRUSTED;
  private CameraState suspected = CameraState.TRUSTED;
  private long suspectedSinceNanos;
  private @Nullable SmallPicture previous;
  private double usualDetail = -1;
  private double usualSpread = -1;
  private double repeatShare;
  private long repeatedSinceNanos;

  CameraState state() {
    return state;
  }

  /** Judges the next picture; gives the state that holds from now on. */
  CameraState judge(SmallPicture picture) {
    long nowNanos = picture.timestampNanos();
    CameraState looks = looksLike(picture);
    if (looks != suspected) {
      suspected = looks;
      suspectedSinceNanos = nowNanos;
    }
    if (nowNanos - suspectedSinceNanos >= PROOF_NANOS || looks == CameraState.FROZEN) {
      state = looks;
    }
    previous = picture;
    return state;
  }

  private CameraState looksLike(SmallPicture picture) {
    if (isFrozen(picture)) {
      return CameraState.FROZEN;
    }
    Measures measures = Measures.of(picture);
    if (measures.level < DARK_LEVEL) {
      return CameraState.DARK;
    }
    if (measures.spread < FLAT_LEVELS
        || (measures.detail < COVERED_DETAIL * usualDetail
            && measures.spread < 0.5 * usualSpread)) {
      return CameraState.COVERED;
    }
    if (measures.detail < BLURRED_DETAIL * usualDetail && measures.spread >= 0.5 * usualSpread) {
      return CameraState.BLURRED;
    }
    learn(measures);
    return CameraState.TRUSTED;
  }

  private void learn(Measures measures) {
    usualDetail =
        usualDetail < 0 ? measures.detail : usualDetail + LEARN * (measures.detail - usualDetail);
    usualSpread =
        usualSpread < 0 ? measures.spread : usualSpread + LEARN * (measures.spread - usualSpread);
  }

  /** A camera whose pictures always differed a little, and now do not any more. */
  private boolean isFrozen(SmallPicture picture) {
    boolean repeats = previous != null && previous.looksLike(picture);
    if (!repeats) {
      repeatedSinceNanos = picture.timestampNanos();
    }
    boolean frozen =
        picture.timestampNanos() - repeatedSinceNanos >= PROOF_NANOS && repeatShare < 0.2;
    if (!frozen && (!repeats || repeatShare >= 0.2)) {
      repeatShare += LEARN * ((repeats ? 1 : 0) - repeatShare);
    }
    return frozen;
  }

  /** Level: mean luminance. Spread: its standard deviation. Detail: mean step to the neighbours. */
  private record Measures(double level, double spread, double detail) {
    static Measures of(SmallPicture picture) {
      int width = picture.widthCells();
      double sum = 0;
      double squares = 0;
      double steps = 0;
      for (int cell = 0; cell < picture.cells(); cell++) {
        int own = green(picture, cell);
        sum += own;
        squares += own * own;
        if (cell % width > 0) {
          steps += Math.abs(own - green(picture, cell - 1));
        }
        if (cell >= width) {
          steps += Math.abs(own - green(picture, cell - width));
        }
      }
      double mean = sum / picture.cells();
      double spread = Math.sqrt(Math.max(0, squares / picture.cells() - mean * mean));
      return new Measures(mean, spread, steps / picture.cells());
    }

    private static int green(SmallPicture picture, int cell) {
      return picture.value(3 * cell + 1);
    }
  }
}
