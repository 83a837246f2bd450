package pannier.vision.camera;

import java.util.List;
import pannier.domain.evidence.Direction;
import pannier.vision.Ranking;

/**
 * Looks on while a camera's vision works, for people who want to see what it sees. It is told
 * within {@link CameraVision#observe}, by the thread that called it, and changes nothing.
 */
public interface Onlooker {
  /**
   * Something that is not the quiet scene is in view.
   *
   * @param timestampNanos of the frame
   * @param areas around hands and items; may be empty
   */
  void moving(long timestampNanos, List<Area> areas);

  /**
   * A visit is over, and this crossed the rim in it.
   *
   * @param timestampNanos when half of it was over
   */
  void crossed(long timestampNanos, Place place, Ranking ranking);

  /** An upright rectangle in fractions of the picture's width and height, from the top left. */
  record Area(double left, double top, double right, double bottom) {}

  /** Where an item was at one moment. */
  record Point(long timestampNanos, Area area) {}

  /**
   * Where an item came to lie, or lay before it left.
   *
   * @param way where it was seen between there and the rim; may be empty
   */
  record Place(Direction direction, Area rest, List<Point> way) {
    public Place {
      way = List.copyOf(way);
    }
  }
}
