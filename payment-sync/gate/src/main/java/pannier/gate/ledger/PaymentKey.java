package pannier.gate.ledger;

import pannier.wire.SettlementKey;

/** What a provider knows a tender's payment by. */
public final class PaymentKey {
  private PaymentKey() {}

  /**
   * @param place of the tender in its plan; the first one has the settlement's own key
   */
  public static String of(SettlementKey key, int place) {
    return place == 0 ? key.toString() : "%s#%d".formatted(key, place);
  }
}
