package pannier.app.proof;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.wire.SettlementKey;

/** What a shopper may see, dispute and delete of their own trip. Used by many threads. */
public interface Proofs {
  /** A cart that keeps nothing. */
  Proofs NONE =
      new Proofs() {
        @Override
        public List<Proof> list(String tripId, String product) {
          return List.of();
        }

        @Override
        public Optional<byte[]> picture(String tripId, int number, int place) {
          return Optional.empty();
        }

        @Override
        public void dispute(SettlementKey key, int line, String product, String reason) {}

        @Override
        public void forget(String tripId) {}
      };

  /** What is kept of a product in a trip, oldest first. */
  List<Proof> list(String tripId, String product) throws IOException;

  /**
   * A picture, as JPEG.
   *
   * @param number of the decision
   * @param place from 0
   */
  Optional<byte[]> picture(String tripId, int number, int place) throws IOException;

  /**
   * Tells the store that a line is wrong, with what is kept of it; it is on its way on return.
   *
   * @param line its place on the receipt, from 0
   * @param reason a short code
   */
  void dispute(SettlementKey key, int line, String product, String reason) throws IOException;

  /** Deletes all that is kept of a trip, at once. */
  void forget(String tripId) throws IOException;
}
