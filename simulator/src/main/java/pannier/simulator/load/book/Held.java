package pannier.simulator.load.book;

import java.util.Optional;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

/**
 * What a cart holds of one attempt.
 *
 * @param receipt there if it was paid
 * @param answered whether the gate has answered for good
 */
public record Held(SettlementKey key, Optional<Paid> receipt, boolean answered) {
  /**
   * A receipt that a cart holds.
   *
   * @param reply of the reply's bytes
   */
  public record Paid(String receiptId, long totalMinor, Digest reply) {}
}
