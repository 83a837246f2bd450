package pannier.simulator.device;

import java.util.ArrayList;
import java.util.List;
import pannier.hal.Connection;

/** Readings of a simulated device that wait to be drained, until it is closed. One thread. */
public final class WaitingReadings<T> {
  private final List<T> waiting = new ArrayList<>();
  private boolean closed;

  public void add(T reading) {
    waiting.add(reading);
  }

  /** What was added since the last call, oldest first. */
  public List<T> drain() {
    List<T> readings = List.copyOf(waiting);
    waiting.clear();
    return readings;
  }

  public Connection connection() {
    return closed ? new Connection.Absent("closed") : new Connection.Connected();
  }

  public boolean closed() {
    return closed;
  }

  public void close() {
    closed = true;
    waiting.clear();
  }
}
