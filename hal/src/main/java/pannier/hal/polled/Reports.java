package pannier.hal.polled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Connection;

/**
 * Between the thread that asks a device and the one that ticks: readings that wait, and whether the
 * device answers. It counts as absent as soon as it fails, and when its thread has not been heard
 * of for so long that the bus must hang.
 *
 * @param <R> the device's readings
 */
public final class Reports<R> {
  /** Ten seconds of load cells: a tick that stands still loses what is older. */
  private static final int MOST = 1000;

  private final LongSupplier cartNanos;
  private final long silentNanos;
  private List<R> waiting = new ArrayList<>();
  private String lost = "has not answered yet";
  private long heardNanos;
  private boolean closed;

  /**
   * @param silentNanos longer silence is absence
   */
  public Reports(LongSupplier cartNanos, long silentNanos) {
    this.cartNanos = cartNanos;
    this.silentNanos = silentNanos;
  }

  /** It answered. */
  public synchronized void answered() {
    lost = "";
    heardNanos = cartNanos.getAsLong();
  }

  /** It answered with a reading. */
  public synchronized void add(R reading) {
    answered();
    if (!closed) {
      if (waiting.size() >= MOST) {
        waiting.removeFirst();
      }
      waiting.add(reading);
    }
  }

  /** It did not answer. */
  public synchronized void lost(String reason) {
    lost = reason;
  }

  public synchronized List<R> drain() {
    List<R> drained = waiting;
    waiting = new ArrayList<>();
    return drained;
  }

  public synchronized Connection connection() {
    if (closed) {
      return new Connection.Absent("is switched off");
    }
    if (!lost.isEmpty()) {
      return new Connection.Absent(lost);
    }
    return cartNanos.getAsLong() - heardNanos > silentNanos
        ? new Connection.Absent("its bus does not answer")
        : new Connection.Connected();
  }

  public synchronized boolean closed() {
    return closed;
  }

  public synchronized void close() {
    closed = true;
    waiting = new ArrayList<>();
  }
}
