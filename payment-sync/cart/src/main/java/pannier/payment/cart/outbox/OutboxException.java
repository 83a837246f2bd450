package pannier.payment.cart.outbox;

import java.io.IOException;

/** The outbox could not be read or written; nothing of what was asked is done. */
public final class OutboxException extends IOException {
  private static final long serialVersionUID = 1;

  public OutboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
