package pannier.gate.provider;

import java.util.Optional;

/**
 * What a provider is asked to reserve.
 *
 * @param key the same for the same settlement, and for no other
 * @param means what pays
 * @param amountMinor 1 or more
 * @param currency ISO 4217
 */
public record PaymentOrder(String key, Means means, long amountMinor, String currency) {
  public PaymentOrder {
    if (amountMinor < 1) {
      throw new IllegalArgumentException("an order of %d".formatted(amountMinor));
    }
  }

  /** By card. */
  public PaymentOrder(String key, String token, long amountMinor, String currency) {
    this(key, new Means("card", token, Optional.empty()), amountMinor, currency);
  }

  /**
   * What pays.
   *
   * @param kind such as {@code snap}
   * @param token what the provider knows the shopper's means by
   * @param pin what the gate's pad made of the shopper's PIN, where the kind asks for one
   */
  public record Means(String kind, String token, Optional<PinBlock> pin) {
    public Means(String kind, String token) {
      this(kind, token, Optional.empty());
    }

    /** Keeps token and PIN out of logs. */
    @Override
    public String toString() {
      return kind;
    }
  }

  public String token() {
    return means.token();
  }

  /** With the PIN that the shopper typed. */
  PaymentOrder with(PinBlock pin) {
    Means entered = new Means(means.kind(), means.token(), Optional.of(pin));
    return new PaymentOrder(key, entered, amountMinor, currency);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "PaymentOrder[%s, %s, %d %s]".formatted(key, means, amountMinor, currency);
  }
}
