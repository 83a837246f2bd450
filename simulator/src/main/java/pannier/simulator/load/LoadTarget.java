package pannier.simulator.load;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Whom the carts settle against. */
public sealed interface LoadTarget {
  /** One gate of our own, with its ledger in a file, and carts that all begin at once. */
  Own OWN_GATE = new Own(1, Optional.empty(), 0);

  /**
   * Gates of our own, in a folder that is removed afterwards.
   *
   * @param gates how many; more than one share a database
   * @param database URL of an empty one; empty: a file of one gate
   * @param holdOffSeconds each cart waits at random up to this long before it first speaks
   */
  record Own(int gates, Optional<String> database, double holdOffSeconds) implements LoadTarget {
    static final int MOST_GATES = 8;

    public Own {
      if (gates < 1 || gates > MOST_GATES) {
        throw new IllegalArgumentException(
            "--gates: found %d; expected 1 to %d".formatted(gates, MOST_GATES));
      }
      if (gates > 1 && database.isEmpty()) {
        throw new IllegalArgumentException(
            "--gates: found %d without --database; expected the URL of a database that they share"
                .formatted(gates));
      }
      if (!(holdOffSeconds >= 0 && holdOffSeconds <= 600)) {
        throw new IllegalArgumentException(
            "--hold-off: found %s; expected 0 to 600".formatted(holdOffSeconds));
      }
    }
  }

  /**
   * A gate that runs already.
   *
   * @param config what it runs with
   */
  record Running(InetSocketAddress address, Path config) implements LoadTarget {}
}
