package pannier.payment.cart;

import java.util.Optional;
import pannier.wire.Declined;
import pannier.wire.Problem.SettledBefore;
import pannier.wire.Receipt;
import pannier.wire.SettlementKey;

/** What became of an attempt. Final; after a restart the same attempt may be told again. */
public sealed interface SettlementOutcome {
  SettlementKey key();

  /** Paid. After a withdrawal: it was too late. */
  record Settled(Receipt receipt) implements SettlementOutcome {
    @Override
    public SettlementKey key() {
      return receipt.key();
    }
  }

  /** Not paid and never will be under this key; another attempt may follow. */
  record NotPaid(Declined declined) implements SettlementOutcome {
    @Override
    public SettlementKey key() {
      return declined.key();
    }
  }

  /**
   * The gate would not take it on: a fault of the bill or of the cart, or the trip is paid already.
   *
   * @param code such as {@code wrong-sum}; see the protocol's list
   * @param detail one sentence
   * @param settled the receipt that the trip has already
   */
  record Refused(SettlementKey key, String code, String detail, Optional<SettledBefore> settled)
      implements SettlementOutcome {}
}
