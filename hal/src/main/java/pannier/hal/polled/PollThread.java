package pannier.hal.polled;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Runs a schedule on real time, on a thread of its own. */
public final class PollThread implements AutoCloseable {
  private static final long LEAST_PAUSE_NANOS = 200_000;

  /** A thread that a bus holds up is left to itself: it is a daemon and touches nothing else. */
  private static final long LONGEST_WAIT_MILLIS = 1500;

  private final PollSchedule schedule;
  private final LongSupplier cartNanos;
  private final Thread thread;
  private volatile boolean closed;

  private PollThread(PollSchedule schedule, LongSupplier cartNanos, String name) {
    this.schedule = schedule;
    this.cartNanos = cartNanos;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * @param name of the bus, for logs
   */
  public static PollThread start(PollSchedule schedule, LongSupplier cartNanos, String name) {
    PollThread started = new PollThread(schedule, cartNanos, name);
    started.thread.start();
    return started;
  }

  private void run() {
    while (!closed) {
      long next = schedule.run();
      LockSupport.parkNanos(Math.max(LEAST_PAUSE_NANOS, next - cartNanos.getAsLong()));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
