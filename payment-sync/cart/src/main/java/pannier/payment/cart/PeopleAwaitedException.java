package pannier.payment.cart;

/** The gate is there and waits, as the shopper does, for cash at a till or for staff to look. */
final class PeopleAwaitedException extends GateUnreachableException {
  private static final long serialVersionUID = 1;

  PeopleAwaitedException(String message) {
    super(message);
  }
}
