package pannier.vision.track;

import pannier.domain.evidence.Direction;

/**
 * An item that crossed the rim.
 *
 * @param timestampNanos when half of it was over
 * @param settledNanos when its place took on the look that it kept
 * @param change the place in the basket that it came to or left
 */
public record Crossing(long timestampNanos, long settledNanos, Change change) {
  public Direction direction() {
    return change.direction();
  }
}
