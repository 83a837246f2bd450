package pannier.payment.cart.coap;

import java.io.IOException;

/** The cart was not paired. The message is one line. */
public final class RefusedPairingException extends IOException {
  private static final long serialVersionUID = 1;

  private final String code;

  RefusedPairingException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Why, such as {@code code-spent}. */
  public String code() {
    return code;
  }
}
