package pannier.gate.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** The ledger could not be read or written; nothing of what was asked is done. */
public final class LedgerException extends IOException {
  private static final long serialVersionUID = 1;

  private static final Set<String> SERVER_IS_AWAY = Set.of("08", "53", "57P", "58");

  /** SQLite's result codes: busy, read-only, I/O, full, cannot open. */
  private static final Set<Integer> FILE_IS_AWAY = Set.of(5, 8, 10, 13, 14);

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the database itself cannot be reached or written, whatever it was asked: no answer from
   * its server (SQLSTATE 08, 53, 57P, 58), or a file that is gone, locked, full or read-only.
   */
  public boolean isOutOfReach() {
    if (!(getCause() instanceof SQLException sql)) {
      return false;
    }
    String state = String.valueOf(sql.getSQLState());
    return SERVER_IS_AWAY.stream().anyMatch(state::startsWith)
        || FILE_IS_AWAY.contains(sql.getErrorCode() & 0xff);
  }
}
