package pannier.payment.cart;

/** The gate is there and waits, as the shopper does, for cash at a till. */
final class CashAwaitedException extends GateUnreachableException {
  private static final long serialVersionUID = 1;

  CashAwaitedException(String message) {
    super(message);
  }
}
