package pannier.app.sight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;
import pannier.hal.Frame;
import pannier.vision.codes.CodeReader;
import pannier.vision.motion.Shrinker;

/**
 * Looks for the code on a shopper's phone while the cart is free: a few times a second, on the
 * camera's own thread. The same code counts again after a while only, as a phone is held for
 * seconds.
 */
public final class ShownCodes implements AutoCloseable {
  private static final long LOOK_NANOS = 400_000_000L;
  private static final long AGAIN_NANOS = 8_000_000_000L;

  private final CodeReader reader = new CodeReader();
  private final Map<String, Long> seen = new HashMap<>();
  private List<Code> shown = new ArrayList<>();
  private long lookedNanos = Long.MIN_VALUE;
  private volatile boolean wanted;

  /** Whether anybody wants to know; a cart on a trip has no time for it. */
  public void want(boolean wants) {
    wanted = wants;
  }

  /** The next frame; by the camera's thread. */
  public void look(Frame frame) {
    long now = frame.timestampNanos();
    if (!wanted || (lookedNanos != Long.MIN_VALUE && now - lookedNanos < LOOK_NANOS)) {
      return;
    }
    lookedNanos = now;
    Mat picture = Shrinker.view(frame);
    try {
      for (Code code : reader.read(picture)) {
        if (code.isLogin()) {
          add(code, now);
        }
      }
    } finally {
      picture.release();
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
