package pannier.gate.settlement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pannier.wire.ProblemKind;

/** One settlement at a time for each trip; a second one is turned away rather than queued. */
final class TripLocks {
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** A trip that is ours until closed. */
  final class Held implements AutoCloseable {
    private final String tripId;

    private Held(String tripId) {
      this.tripId = tripId;
    }

    @Override
    public void close() {
      busy.remove(tripId);
    }
  }

  /**
   * @throws RefusedException if another thread holds it
   */
  Held take(String tripId) throws RefusedException {
    if (!busy.add(tripId)) {
      throw new RefusedException(
          ProblemKind.RUNNING, "the trip is being settled; ask again in a moment");
    }
    return new Held(tripId);
  }
}
