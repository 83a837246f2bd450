package pannier.wire;

/**
 * A means of payment that the shopper offers.
 *
 * @param kind such as {@code card}
 * @param token what the provider knows it by; never a card's number
 */
public record TenderOffer(String kind, String token) {
  public TenderOffer {
    Limits.text("kind", kind, Limits.LONGEST_ID);
    Limits.text("token", token, Limits.LONGEST_TEXT);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "TenderOffer[" + kind + "]";
  }
}
