package pannier.gate.pairing;

import java.io.IOException;

/** The file of carts cannot be read or written. */
public final class CartBookException extends IOException {
  private static final long serialVersionUID = 1;

  CartBookException(String message, Throwable cause) {
    super(message, cause);
  }
}
