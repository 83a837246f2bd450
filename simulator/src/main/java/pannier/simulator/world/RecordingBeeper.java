package pannier.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pannier.hal.Beeper;
import pannier.hal.Connection;

/** A beeper that remembers what it sounded. */
public final class RecordingBeeper implements Beeper {
  private final List<Beep> beeps = new ArrayList<>();
  private long nowNanos;
  private boolean closed;

  /** A sound and when it began. */
  public record Beep(long nanos, int hertz, Duration length) {}

  void advanceTo(long nanos) {
    nowNanos = nanos;
  }

  @Override
  public void sound(int hertz, Duration length) {
    Beeper.requireAudible(hertz, length);
    if (!closed) {
      beeps.add(new Beep(nowNanos, hertz, length));
    }
  }

  /** Everything that it sounded, oldest first. */
  public List<Beep> beeps() {
    return List.copyOf(beeps);
  }

  @Override
  public Connection connection() {
    return closed ? new Connection.Absent("closed") : new Connection.Connected();
  }

  @Override
  public void close() {
    closed = true;
  }
}
