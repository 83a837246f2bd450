package pannier.gate.pairing;

import java.io.IOException;
import pannier.gate.sql.OutOfReach;

/** The book of carts cannot be read or written. */
public final class CartBookException extends IOException {
  private static final long serialVersionUID = 1;

  CartBookException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the database itself cannot be reached, whatever it was asked. */
  public boolean isOutOfReach() {
    return OutOfReach.is(getCause());
  }
}
