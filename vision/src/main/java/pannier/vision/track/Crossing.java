package pannier.vision.track;

import pannier.domain.evidence.Direction;

/**
 * An item that crossed the rim.
 *
 * @param timestampNanos when half of it was over
 * @param change the place in the basket that it came to or left
 */
public record Crossing(long timestampNanos, Change change) {
  public Direction direction() {
    return change.direction();
  }
}
