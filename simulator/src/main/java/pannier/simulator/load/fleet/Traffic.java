package pannier.simulator.load.fleet;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a fleet sent and received, in bytes of UDP payload, and how often it shook hands. Safe for
 * use by many threads.
 */
public final class Traffic {
  private final LongAdder sentBytes = new LongAdder();
  private final LongAdder receivedBytes = new LongAdder();
  private final LongAdder handshakes = new LongAdder();
  private volatile long lastHandshakeNanos = System.nanoTime();

  void sent(int bytes) {
    sentBytes.add(bytes);
  }

  void received(int bytes) {
    receivedBytes.add(bytes);
  }

  void shookHands() {
    handshakes.increment();
    lastHandshakeNanos = System.nanoTime();
  }

  /** Both ways together. */
  public long bytes() {
    return sentBytes.sum() + receivedBytes.sum();
  }

  /** When the last handshake was completed, by {@link System#nanoTime}. */
  public long lastHandshakeNanos() {
    return lastHandshakeNanos;
  }

  /** Completed handshakes. */
  public long handshakes() {
    return handshakes.sum();
  }
}
