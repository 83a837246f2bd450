package pannier.vision.camera;

import java.util.Optional;
import org.opencv.core.Mat;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.vision.motion.Shrinker;

/** A frame of the quiet scene, for pictures of what leaves it. */
final class QuietFrame implements AutoCloseable {
  private static final long RENEW_NANOS = 500_000_000;

  private final Mat pixels = new Mat();
  private Optional<WholePicture> whole = Optional.empty();
  private long keptNanos;

  /** Keeps this frame. */
  void keep(Frame frame) {
    Mat view = Shrinker.view(frame);
    view.copyTo(pixels);
    view.release();
    whole = frame.whole().map(WholePicture::kept);
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
    whole = other.whole;
    keptNanos = other.keptNanos;
  }

  Mat pixels() {
    return pixels;
  }

  /** The same in all the camera's pixels, if it has more. */
  Optional<WholePicture> whole() {
    return whole;
  }

  @Override
  public void close() {
    pixels.release();
  }
}
