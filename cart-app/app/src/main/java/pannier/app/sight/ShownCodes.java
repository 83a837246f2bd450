package pannier.app.sight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;
import pannier.hal.Frame;
import pannier.vision.codes.CodeReader;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.motion.Shrinker;

/**
 * Looks for codes that are shown on purpose, a few times a second, on the camera's own thread: on a
 * shopper's phone while the cart is free, on products for the lower shelf while the shopper says
 * so. The same code counts again after a while only, as a phone is held for seconds.
 */
public final class ShownCodes implements AutoCloseable {
  private static final long LOOK_NANOS = 400_000_000L;
  private static final long TWICE_NANOS = 3_000_000_000L;
  private static final long AGAIN_NANOS = 8_000_000_000L;

  private final CodeReader reader;
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, Long> once = new HashMap<>();
  private List<Code> shown = new ArrayList<>();
  private long lookedNanos = Long.MIN_VALUE;
  private volatile Wanted wanted = Wanted.NOTHING;

  /** What somebody wants to know. */
  public enum Wanted {
    /** A cart on a trip has no time for it. */
    NOTHING,
    /** What phones show to begin a trip. */
    LOGINS,
    /** What products carry; read twice, as a misread bar code would be another product. */
    PRODUCTS
  }

  /**
   * @param printed the numbers on the shop's goods: of a product that is held too far away its bars
   *     are told among them
   */
  public ShownCodes(PrintedCodes printed) {
    reader = new CodeReader(printed);
  }

  public void want(Wanted wants) {
    wanted = wants;
  }

  /** The next frame; by the camera's thread. */
  public void look(Frame frame) {
    long now = frame.timestampNanos();
    Wanted what = wanted;
    if (what == Wanted.NOTHING
        || (lookedNanos != Long.MIN_VALUE && now - lookedNanos < LOOK_NANOS)) {
      return;
    }
    lookedNanos = now;
    Mat picture = Shrinker.view(frame);
    try {
      switch (what) {
        case NOTHING -> {}
        case LOGINS -> reader.read(picture).forEach(code -> logIn(code, now));
        case PRODUCTS -> reader.readPrinted(picture).forEach(code -> product(code, now));
      }
    } finally {
      picture.release();
    }
  }

  private void logIn(Code code, long now) {
    if (code.isLogin()) {
      add(code, now);
    }
  }

  private void product(Code code, long now) {
    once.values().removeIf(last -> now - last > TWICE_NANOS);
    Long before = once.put(code.text(), now);
    if (!code.isLogin() && before != null) {
      add(code, now);
    }
  }

  private synchronized void add(Code code, long now) {
    seen.values().removeIf(last -> now - last > AGAIN_NANOS);
    if (seen.put(code.text(), now) == null) {
      shown.add(code);
    }
  }

  /** What was shown since the last call. */
  public synchronized List<Code> drain() {
    List<Code> drained = shown;
    shown = new ArrayList<>();
    return drained;
  }

  /** By the camera's thread, or when it has ended. */
  @Override
  public void close() {
    reader.close();
  }
}
