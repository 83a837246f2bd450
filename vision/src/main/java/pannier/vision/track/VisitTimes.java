package pannier.vision.track;

/**
 * What ends a visit.
 *
 * @param stillNanos how long nothing may move in a basket that is free of hands
 * @param restingNanos how long nothing may move when something reaches over the rim: a hand that
 *     rests, or an item that sticks out
 * @param longestNanos after which it ends in any case
 */
public record VisitTimes(long stillNanos, long restingNanos, long longestNanos) {
  /** The same, but a hand that was there from the start is not waited for. */
  public VisitTimes unproven() {
    return new VisitTimes(stillNanos, Math.min(restingNanos, 5 * stillNanos), longestNanos);
  }

  public VisitTimes {
    if (!(0 < stillNanos && stillNanos <= restingNanos && restingNanos <= longestNanos)) {
      throw new IllegalArgumentException(
          "still %d ns, resting %d ns, longest %d ns: must be above 0 and ascending"
              .formatted(stillNanos, restingNanos, longestNanos));
    }
  }
}
