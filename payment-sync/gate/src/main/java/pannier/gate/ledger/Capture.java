package pannier.gate.ledger;

import pannier.wire.SettlementKey;

/**
 * An authorised amount that is still to be taken.
 *
 * @param place of its tender in the plan
 */
public record Capture(
    long id, SettlementKey key, int place, String tender, long amountMinor, String currency) {
  public String paymentKey() {
    return PaymentKey.of(key, place);
  }
}
