package pannier.payment.cart;

import pannier.wire.ProblemKind;
import pannier.wire.SettlementKey;

/**
 * An attempt that has no answer yet.
 *
 * @param tries how often it was sent since the start
 * @param reason why it waits; empty before the first try
 */
public record Waiting(SettlementKey key, int tries, String reason) {
  /** Whether it waits because the gate last said so. */
  public boolean isFor(ProblemKind kind) {
    return reason.equals(kind.title());
  }
}
