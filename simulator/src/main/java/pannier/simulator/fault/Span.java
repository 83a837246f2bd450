package pannier.simulator.fault;

/**
 * A while on stepped time.
 *
 * @param untilNanos exclusive; later than {@code fromNanos}
 */
public record Span(long fromNanos, long untilNanos) {
  public Span {
    if (untilNanos <= fromNanos) {
      throw new IllegalArgumentException("from %d to %d".formatted(fromNanos, untilNanos));
    }
  }

  public boolean holdsAt(long nanos) {
    return nanos >= fromNanos && nanos < untilNanos;
  }

  public long lengthNanos() {
    return untilNanos - fromNanos;
  }
}
