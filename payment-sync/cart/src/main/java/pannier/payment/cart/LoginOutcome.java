package pannier.payment.cart;

import java.util.List;
import pannier.wire.LoginReply;

/** What became of a code that a shopper's phone showed. */
public sealed interface LoginOutcome {
  /**
   * The trip may begin.
   *
   * @param member number of the store's loyalty programme; empty: none
   * @param basket what lies in the basket already, from a cart that died; none in a trip that
   *     begins
   */
  record Welcome(String tripId, String member, List<LoginReply.Thing> basket)
      implements LoginOutcome {
    public Welcome {
      basket = List.copyOf(basket);
    }
  }

  /**
   * It may not.
   *
   * @param reason such as {@code code-late}; {@code no-gate} if there was no answer
   */
  record Refused(String reason) implements LoginOutcome {}
}
