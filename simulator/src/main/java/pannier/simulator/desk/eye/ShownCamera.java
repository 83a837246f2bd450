package pannier.simulator.desk.eye;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opencv.core.Mat;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;
import pannier.vision.Ranking;
import pannier.vision.camera.Onlooker;
import pannier.vision.motion.Shrinker;
import pannier.vision.rim.Rim;

/**
 * A camera whose pictures people can see as they pass, with what vision makes of them. Closing it
 * leaves the camera below open, so that a cart which is started again finds it. Polled and told by
 * one thread; its picture may be asked for by any.
 */
public final class ShownCamera implements Camera, Onlooker {
  private static final int KEPT_TRACKS = 6;

  private final Camera camera;
  private final Rim rim;
  private final LivePicture picture = new LivePicture();
  private final Deque<Track> tracks = new ArrayDeque<>();
  private List<Area> moving = List.of();
  private Consumer<Frame> onlooker = frame -> {};

  /** The camera stays its owner's. */
  public ShownCamera(Camera camera, Rim rim) {
    this.camera = camera;
    this.rim = rim;
  }

  @Override
  public Optional<Frame> poll() {
    Optional<Frame> frame = camera.poll();
    frame.ifPresent(this::show);
    return frame;
  }

  /** Shows what there is, where nobody else polls. */
  public void showAll() {
    Optional<Frame> frame = poll();
    while (frame.isPresent()) {
      frame = poll();
    }
  }

  /** Who else sees each frame, before it is used again. */
  public void lookThrough(Consumer<Frame> other) {
    onlooker = other;
  }

  private void show(Frame frame) {
    moving = List.of();
    onlooker.accept(frame);
    Mat view = Shrinker.view(frame);
    picture.show(view);
    view.release();
  }

  @Override
  public void moving(long timestampNanos, List<Area> areas) {
    moving = List.copyOf(areas);
  }

  @Override
  public void crossed(long timestampNanos, Place place, Ranking ranking) {
    tracks.addLast(new Track(timestampNanos, place, ranking));
    if (tracks.size() > KEPT_TRACKS) {
      tracks.removeFirst();
    }
  }

  public LivePicture picture() {
    return picture;
  }

  public Rim rim() {
    return rim;
  }

  /** What is not the quiet scene in the latest frame. */
  public List<Area> areas() {
    return moving;
  }

  /** The latest items that crossed, oldest first. */
  public List<Track> tracks() {
    return List.copyOf(tracks);
  }

  @Override
  public Connection connection() {
    return camera.connection();
  }

  /** Leaves the camera open. */
  @Override
  public void close() {
    moving = List.of();
  }
}
