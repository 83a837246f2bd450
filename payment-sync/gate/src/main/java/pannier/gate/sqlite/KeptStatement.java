package pannier.gate.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that stays prepared: closing it gives it back. Used by one thread at a time. */
final class KeptStatement extends JDBC4PreparedStatement {
  private boolean lent;

  KeptStatement(SQLiteConnection connection, String sql) throws SQLException {
    super(connection, sql);
  }

  /** True if nobody has it now; then it is the caller's until closed. */
  boolean lend() {
    boolean free = !lent;
    lent = true;
    return free;
  }

  @Override
  public void close() throws SQLException {
    if (rs.isOpen()) {
      rs.close();
    }
    clearParameters();
    lent = false;
  }
}
