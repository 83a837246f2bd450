package pannier.pricing.refund;

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

  /** Its name in files and messages. */
  public String word() {
    return word;
  }
}
