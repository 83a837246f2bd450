package pannier.gate.ledger;

import java.io.IOException;

/** A refund that cannot be: nothing is changed. The message says what would be right. */
public final class RefusedRefundException extends IOException {
  private static final long serialVersionUID = 1;

  public RefusedRefundException(String message) {
    super(message);
  }
}
