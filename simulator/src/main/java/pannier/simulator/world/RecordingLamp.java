package pannier.simulator.world;

import java.util.ArrayList;
import java.util.List;
import pannier.hal.Connection;
import pannier.hal.Lamp;

/** A lamp that remembers what it showed. */
public final class RecordingLamp implements Lamp {
  private final List<Shown> shown = new ArrayList<>();
  private long nowNanos;
  private boolean closed;

  /** A colour and since when. */
  public record Shown(long nanos, Colour colour) {}

  void advanceTo(long nanos) {
    nowNanos = nanos;
  }

  @Override
  public void show(Colour colour) {
    if (!closed) {
      shown.add(new Shown(nowNanos, colour));
    }
  }

  /** Everything that it was told to show, oldest first. */
  public List<Shown> shown() {
    return List.copyOf(shown);
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
