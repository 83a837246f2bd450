package pannier.gate.provider;

/**
 * What a provider is asked to reserve.
 *
 * @param key the same for the same settlement, and for no other
 * @param token what the provider knows the shopper's means by
 * @param amountMinor 1 or more
 * @param currency ISO 4217
 */
public record PaymentOrder(String key, String token, long amountMinor, String currency) {
  public PaymentOrder {
    if (amountMinor < 1) {
      throw new IllegalArgumentException("an order of %d".formatted(amountMinor));
    }
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "PaymentOrder[%s, %d %s]".formatted(key, amountMinor, currency);
  }
}
