package pannier.vision.track;

import java.util.List;
import pannier.domain.evidence.Direction;

/**
 * An item that crossed the rim.
 *
 * @param timestampNanos when half of it was over
 * @param settledNanos when its place took on the look that it kept
 * @param change the place in the basket that it came to or left
 * @param way where it was seen in between; empty when it could not be followed
 */
public record Crossing(long timestampNanos, long settledNanos, Change change, List<Waypoint> way) {
  public Crossing {
    way = List.copyOf(way);
  }

  public Direction direction() {
    return change.direction();
  }
}
