package pannier.vision.camera;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import pannier.hal.Frame;
import pannier.vision.motion.Shrinker;

/**
 * Whole frames of how a visit began and of how it ended so far, for pictures of items on their way:
 * what comes is carried in first, what goes is carried out last. The memory is used again from
 * visit to visit.
 */
final class VisitFrames implements AutoCloseable {
  /** At each end: half a second of a hand's way, in steps in which an item turns a little. */
  private static final int MOST_AT_AN_END = 8;

  private static final long SPACING_NANOS = 60_000_000;

  private final List<Kept> first = new ArrayList<>();
  private final Deque<Kept> last = new ArrayDeque<>();
  private final Deque<Mat> spare = new ArrayDeque<>();
  private long keptNanos;

  private record Kept(long timestampNanos, Mat pixels) {}

  /** Keeps a copy of this frame if the one kept before it is old enough. */
  void offer(Frame frame) {
    boolean empty = first.isEmpty();
    if (!empty && frame.timestampNanos() - keptNanos < SPACING_NANOS) {
      return;
    }
    keptNanos = frame.timestampNanos();
    if (first.size() < MOST_AT_AN_END) {
      first.add(copy(frame));
      return;
    }
    if (last.size() == MOST_AT_AN_END) {
      spare.add(last.removeFirst().pixels);
    }
    last.add(copy(frame));
  }

  private Kept copy(Frame frame) {
    Mat pixels = spare.isEmpty() ? new Mat() : spare.removeLast();
    Mat view = Shrinker.view(frame);
    view.copyTo(pixels);
    view.release();
    return new Kept(frame.timestampNanos(), pixels);
  }

  /** The frame of this moment, if it was kept; valid until this forgets it. */
  Optional<Mat> at(long timestampNanos) {
    return kept().filter(one -> one.timestampNanos == timestampNanos).map(Kept::pixels).findFirst();
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
