package pannier.gate.ledger;

import java.io.IOException;
import pannier.gate.sql.OutOfReach;

/** The ledger could not be read or written; nothing of what was asked is done. */
public final class LedgerException extends IOException {
  private static final long serialVersionUID = 1;

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the database itself cannot be reached or written, whatever it was asked. */
  public boolean isOutOfReach() {
    return OutOfReach.is(getCause());
  }
}
