package pannier.hal.camera;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.hal.Frame;

/**
 * Hands the newest picture from the thread that captures to the thread that polls, without a copy:
 * of three pictures one is being filled, one is the newest, one is in the reader's hands.
 */
final class LatestPicture implements AutoCloseable {
  private BgrPicture filling = new BgrPicture(Turn.NONE);
  private BgrPicture newest = new BgrPicture(Turn.NONE);
  private BgrPicture held = new BgrPicture(Turn.NONE);
  private @Nullable Frame newestFrame;

  /** Converts a picture and makes it the newest. Called by the capturing thread only. */
  void publish(Pictures source, long timestampNanos) throws FfmpegException {
    Frame frame = filling.fill(source, timestampNanos);
    synchronized (this) {
      BgrPicture passed = newest;
      newest = filling;
      filling = passed;
      newestFrame = frame;
    }
  }

  /** The newest picture, if it was not taken before. It is the reader's until the next call. */
  synchronized Optional<Frame> take() {
    Frame frame = newestFrame;
    if (frame != null) {
      BgrPicture passed = held;
      held = newest;
      newest = passed;
      newestFrame = null;
    }
    return Optional.ofNullable(frame);
  }

  /** Frees all three. Nobody may be in {@link #publish}. */
  @Override
  public synchronized void close() {
    newestFrame = null;
    filling.close();
    newest.close();
    held.close();
  }
}
