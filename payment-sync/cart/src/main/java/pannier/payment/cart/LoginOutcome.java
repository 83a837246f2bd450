package pannier.payment.cart;

/** What became of a code that a shopper's phone showed. */
public sealed interface LoginOutcome {
  /**
   * The trip may begin.
   *
   * @param member number of the store's loyalty programme; empty: none
   */
  record Welcome(String tripId, String member) implements LoginOutcome {}

  /**
   * It may not.
   *
   * @param reason such as {@code code-late}; {@code no-gate} if there was no answer
   */
  record Refused(String reason) implements LoginOutcome {}
}
