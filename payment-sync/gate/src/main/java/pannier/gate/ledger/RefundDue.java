package pannier.gate.ledger;

import pannier.wire.SettlementKey;

/**
 * An amount that is still to go back.
 *
 * @param place of its tender in the settlement's plan
 */
public record RefundDue(
    long id, String refundId, SettlementKey key, int place, String tender, long amountMinor) {
  /** What the provider knows the payment by. */
  public String paymentKey() {
    return PaymentKey.of(key, place);
  }

  /** What the provider knows the refund by. */
  public String refundKey() {
    return "%s#%d".formatted(refundId, place);
  }
}
