package pannier.vision.camera;

import org.opencv.core.Mat;
import pannier.hal.Frame;
import pannier.vision.motion.Shrinker;

/** A whole frame of the quiet scene, for pictures of what leaves it. */
final class QuietFrame implements AutoCloseable {
  private static final long RENEW_NANOS = 500_000_000;

  private final Mat pixels = new Mat();
  private long keptNanos;

  /** Keeps this frame. */
  void keep(Frame frame) {
    Mat view = Shrinker.view(frame);
    view.copyTo(pixels);
    view.release();
    keptNanos = frame.timestampNanos();
  }

  /** Keeps this frame if the one that is kept has grown old. */
  void renew(Frame frame) {
    if (frame.timestampNanos() - keptNanos >= RENEW_NANOS) {
      keep(frame);
    }
  }

  /** Takes the other's frame over. */
  void take(QuietFrame other) {
    other.pixels.copyTo(pixels);
    keptNanos = other.keptNanos;
  }

  Mat pixels() {
    return pixels;
  }

  @Override
  public void close() {
    pixels.release();
  }
}
