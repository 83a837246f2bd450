package pannier.wire;

import java.util.OptionalLong;

/**
 * A means of payment that the shopper offers.
 *
 * @param kind such as {@code card}
 * @param token what the provider knows it by; never a card's number
 * @param amountMinor the most that it shall pay, as the shopper chose; empty: what is left
 */
public record TenderOffer(String kind, String token, OptionalLong amountMinor) {
  public TenderOffer {
    Limits.text("kind", kind, Limits.LONGEST_ID);
    Limits.text("token", token, Limits.LONGEST_TEXT);
    amountMinor.ifPresent(minor -> Limits.amount("amount", minor));
  }

  /** An offer that pays what is left. */
  public TenderOffer(String kind, String token) {
    this(kind, token, OptionalLong.empty());
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "TenderOffer[" + kind + "]";
  }
}
