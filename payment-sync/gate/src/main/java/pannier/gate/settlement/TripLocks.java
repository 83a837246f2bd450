package pannier.gate.settlement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import pannier.wire.ProblemKind;

/**
 * One settlement at a time for each trip. A second one is turned away rather than queued; but of
 * one that has its answer only a note is left to write, and that is waited for.
 */
final class TripLocks {
  private final Map<String, Held> busy = new ConcurrentHashMap<>();

  /** A trip that is ours until closed. */
  final class Held implements AutoCloseable {
    private final String tripId;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean answered;

    private Held(String tripId) {
      this.tripId = tripId;
    }

    /** The answer goes out now; whoever asks from here on waits. */
    void answered() {
      answered = true;
    }

    @Override
    public void close() {
      busy.remove(tripId);
      closed.countDown();
    }
  }

  /**
   * @throws RefusedException if another thread holds it and has not answered
   */
  Held take(String tripId) throws RefusedException {
    Held mine = new Held(tripId);
    @Nullable Held other = busy.putIfAbsent(tripId, mine);
    while (other != null) {
      if (!other.answered || !isClosed(other)) {
        throw new RefusedException(
            ProblemKind.RUNNING, "the trip is being settled; ask again in a moment");
      }
      other = busy.putIfAbsent(tripId, mine);
    }
    return mine;
  }

  /** Waits for it; false if this thread is to end. */
  private static boolean isClosed(Held other) {
    try {
      other.closed.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
