package pannier.web;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest state of something, for any number of readers. Only the newest is kept: a slow reader
 * misses those in between, and can never make a queue grow. Safe for use by many threads.
 */
public final class Feed implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private String state;
  private long version = 1;
  private boolean closed;

  /**
   * @param state the first one; one line, such as JSON
   */
  public Feed(String state) {
    this.state = oneLine(state);
  }

  /** Says what is so now. What is said twice in a row is sent once. */
  public void publish(String next) {
    lock.lock();
    try {
      if (!next.equals(state)) {
        state = oneLine(next);
        version++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is so now. */
  public String state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a state that the reader has not.
   *
   * @param seen version that the reader has; 0 for none
   * @return empty if nothing changed for so long
   */
  Optional<Event> next(long seen, long atMostMillis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(atMostMillis);
    lock.lock();
    try {
      while (version == seen && !closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return version == seen || closed ? Optional.empty() : Optional.of(new Event(version, state));
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Lets all readers go. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static String oneLine(String state) {
    if (state.indexOf('\n') >= 0 || state.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a state of more than one line");
    }
    return state;
  }

  /** A state and its number. */
  record Event(long version, String state) {}
}
