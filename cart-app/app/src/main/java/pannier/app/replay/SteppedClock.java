package pannier.app.replay;

/** The cart's clock where time is stepped: it moves only when it is told to. */
final class SteppedClock {
  private long nanos;

  long nanos() {
    return nanos;
  }

  void advance(long byNanos) {
    nanos += byNanos;
  }
}
