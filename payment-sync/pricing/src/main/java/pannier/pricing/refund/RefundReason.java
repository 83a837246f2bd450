package pannier.pricing.refund;

import java.util.Arrays;
import java.util.Optional;

/** Why money goes back. */
public enum RefundReason {
  DAMAGED("damaged"),
  WRONG_PRODUCT("wrong_product"),
  CHANGED_MIND("changed_mind"),
  /** The thing went back on the shelf between paying and leaving. */
  RETURNED_BEFORE_LEAVING("returned_before_leaving"),
  /** A disputed line was decided for the shopper. */
  DISPUTE("dispute"),
  /** More was charged than the shelf asked. */
  PRICE_ACCURACY("price_accuracy");

  private final String word;

  RefundReason(String word) {
    this.word = word;
  }

  public static Optional<RefundReason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
  }

  /** Its name in files and messages. */
  public String word() {
    return word;
  }
}
