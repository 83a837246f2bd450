package pannier.gate.postgres;

import java.sql.SQLException;
import java.util.function.LongSupplier;

/**
 * Whether a server answered when it was last called. While it does not, only one call a second
 * waits for it; all others fail at once, so that a gate without its server stays quick. Safe for
 * use by many threads.
 */
public final class Reach {
  private static final long QUIET_NANOS = 1_000_000_000L;

  /** "The client is unable to establish the connection" (PostgreSQL, appendix A). */
  private static final String NO_CONNECTION = "08001";

  private final LongSupplier monotonicNanos;
  private volatile boolean away;
  private volatile long calledNanos;

  /**
   * @param monotonicNanos a clock that never goes back, such as {@code System::nanoTime}
   */
  public Reach(LongSupplier monotonicNanos) {
    this.monotonicNanos = monotonicNanos;
  }

  /**
   * Before a call.
   *
   * @throws SQLException if the server was away less than a second ago
   */
  void call() throws SQLException {
    long now = monotonicNanos.getAsLong();
    if (away && now - calledNanos < QUIET_NANOS) {
      throw new SQLException("the server did not answer a moment ago", NO_CONNECTION);
    }
    calledNanos = now;
  }

  /** It took the call. */
  void answered() {
    away = false;
  }

  /** It did not. */
  void silent() {
    calledNanos = monotonicNanos.getAsLong();
    away = true;
  }
}
