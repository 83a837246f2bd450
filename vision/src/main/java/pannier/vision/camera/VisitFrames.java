package pannier.vision.camera;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.vision.motion.Shrinker;

/**
 * What moved in the frames of how a visit began and of how it ended so far, for pictures of items
 * on their way: what comes is carried in first, what goes is carried out last. The memory is used
 * again from visit to visit.
 */
final class VisitFrames implements AutoCloseable {
  /** At each end: half a second of a hand's way, in steps in which an item turns a little. */
  private static final int MOST_AT_AN_END = 8;

  private static final long SPACING_NANOS = 60_000_000;

  private final List<Kept> first = new ArrayList<>();
  private final Deque<Kept> last = new ArrayDeque<>();
  private final Deque<Mat> spare = new ArrayDeque<>();
  private long keptNanos;

  private record Kept(long timestampNanos, Rect place, Mat pixels, Optional<WholePicture> whole) {}

  /**
   * What a place showed.
   *
   * @param place in pixels of the frame
   * @param pixels the caller's
   * @param whole of the frame
   */
  record Seen(Rect place, Mat pixels, Optional<WholePicture> whole) {}

  /**
   * Keeps a copy of a place in this frame if the one kept before it is old enough.
   *
   * @param place in pixels, within the frame
   */
  void offer(Frame frame, Rect place) {
    boolean empty = first.isEmpty();
    if (!empty && frame.timestampNanos() - keptNanos < SPACING_NANOS) {
      return;
    }
    keptNanos = frame.timestampNanos();
    if (first.size() < MOST_AT_AN_END) {
      first.add(copy(frame, place));
      return;
    }
    if (last.size() == MOST_AT_AN_END) {
      spare.add(last.removeFirst().pixels);
    }
    last.add(copy(frame, place));
  }

  private Kept copy(Frame frame, Rect place) {
    Mat pixels = spare.isEmpty() ? new Mat() : spare.removeLast();
    Mat view = Shrinker.view(frame);
    Mat part = view.submat(place);
    part.copyTo(pixels);
    part.release();
    view.release();
    return new Kept(frame.timestampNanos(), place, pixels, frame.whole().map(WholePicture::kept));
  }

  /**
   * A copy of what a frame's place showed, if that was kept.
   *
   * @param place in pixels of the frame; what of it was not kept is left out
   */
  Optional<Seen> at(long timestampNanos, Rect place) {
    return kept()
        .filter(one -> one.timestampNanos == timestampNanos)
        .findFirst()
        .flatMap(one -> part(one, place));
  }

  private static Optional<Seen> part(Kept kept, Rect place) {
    int left = Math.max(place.x, kept.place.x);
    int top = Math.max(place.y, kept.place.y);
    int right = Math.min(place.x + place.width, kept.place.x + kept.place.width);
    int bottom = Math.min(place.y + place.height, kept.place.y + kept.place.height);
    if (right <= left || bottom <= top) {
      return Optional.empty();
    }
    Rect within = new Rect(left - kept.place.x, top - kept.place.y, right - left, bottom - top);
    Mat view = kept.pixels.submat(within);
    Mat copy = view.clone();
    view.release();
    Rect seen = new Rect(left, top, right - left, bottom - top);
    return Optional.of(new Seen(seen, copy, kept.whole));
  }

  private Stream<Kept> kept() {
    return Stream.concat(first.stream(), last.stream());
  }

  /** The visit is over. */
  void forget() {
    kept().map(Kept::pixels).forEach(spare::add);
    first.clear();
    last.clear();
  }

  @Override
  public void close() {
    forget();
    spare.forEach(Mat::release);
    spare.clear();
  }
}
