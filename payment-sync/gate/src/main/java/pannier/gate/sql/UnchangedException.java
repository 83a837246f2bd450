package pannier.gate.sql;

import java.sql.SQLException;

/** A statement that had to change a row changed none; nothing was done. */
public final class UnchangedException extends SQLException {
  private static final long serialVersionUID = 1;

  UnchangedException(String refusal) {
    super(refusal);
  }
}
