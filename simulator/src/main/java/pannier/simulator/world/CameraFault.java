package pannier.simulator.world;

/** Something wrong with a camera for a while, ends exclusive. */
public record CameraFault(Kind kind, long fromNanos, long untilNanos) {
  /** What is wrong. */
  public enum Kind {
    /** A hand or a cloth lies on the lens. */
    COVERED,
    /** The same picture comes again and again. */
    FROZEN,
    /** No light. */
    DARK,
    /** No pictures come. */
    UNPLUGGED
  }

  public CameraFault {
    if (untilNanos <= fromNanos) {
      throw new IllegalArgumentException("a fault from %d to %d".formatted(fromNanos, untilNanos));
    }
  }

  boolean holdsAt(long nanos) {
    return nanos >= fromNanos && nanos < untilNanos;
  }
}
