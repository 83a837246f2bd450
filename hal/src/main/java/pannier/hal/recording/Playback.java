package pannier.hal.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import pannier.hal.Connection;

/** Gives out the rows of a recording as their time comes, each once. */
final class Playback {
  private final Samples samples;
  private final LongSupplier cartNanos;
  private int next;
  private boolean closed;

  Playback(Samples samples, LongSupplier cartNanos) {
    this.samples = samples;
    this.cartNanos = cartNanos;
  }

  <R> List<R> drain(IntFunction<R> reading) {
    List<R> due = new ArrayList<>();
    long now = cartNanos.getAsLong();
    while (!finished() && samples.nanos(next) <= now) {
      due.add(reading.apply(next++));
    }
    return due;
  }

  Samples samples() {
    return samples;
  }

  boolean finished() {
    return closed || next == samples.size();
  }

  Connection connection() {
    if (closed) {
      return new Connection.Absent("closed");
    }
    return finished()
        ? new Connection.Absent("the recording has ended")
        : new Connection.Connected();
  }

  void close() {
    closed = true;
  }
}
