package pannier.web.supervise;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The service manager's end of sd_notify(3): readiness once, then signs of life for its watchdog. A
 * program that was started by hand has no such manager, and all of this does nothing.
 *
 * <p>Used by one thread.
 */
public final class Supervisor {
  /** sd_watchdog_enabled(3): at half the time that the manager waits. A third leaves room. */
  private static final long PARTS = 3;

  private final NotifySocket socket;
  private final LongSupplier nanos;
  private final long everyNanos;
  private long saidNanos;

  private Supervisor(NotifySocket socket, long watchdogMicros, LongSupplier nanos) {
    this.socket = socket;
    this.nanos = nanos;
    this.everyNanos = watchdogMicros == 0 ? Long.MAX_VALUE : watchdogMicros * 1_000 / PARTS;
    this.saidNanos = nanos.getAsLong();
  }

  /**
   * The manager that these variables name, if they do: {@code NOTIFY_SOCKET} and {@code
   * WATCHDOG_USEC}.
   *
   * @param nanos a clock that never goes back
   */
  public static Supervisor of(Map<String, String> environment, LongSupplier nanos) {
    String path = environment.getOrDefault("NOTIFY_SOCKET", "");
    String micros = environment.getOrDefault("WATCHDOG_USEC", "0");
    long watchdog = micros.matches("\\d{1,15}") ? Long.parseLong(micros) : 0;
    return new Supervisor(new NotifySocket(path), watchdog, nanos);
  }

  /** The program does its work from now on. */
  public void ready() {
    socket.send("READY=1");
  }

  /** The program lives: to be called at each turn of its main loop. Most calls cost nothing. */
  public void alive() {
    long now = nanos.getAsLong();
    if (now - saidNanos >= everyNanos) {
      saidNanos = now;
      socket.send("WATCHDOG=1");
    }
  }
}
