package pannier.gate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.tinylog.Logger;
import pannier.gate.sql.Sql;

/**
 * Whose turn it is to write to a schema, where several gates share it. What they write side by side
 * lies on the same pages of small tables, and a serializable transaction would run into 40001 again
 * and again; in turns it hardly ever does. It is a courtesy and no condition: what must never
 * happen is a constraint, and a server that has no such locks is written to without.
 */
final class Turn {
  /** "Undefined function" and "feature not supported" (PostgreSQL, appendix A). */
  private static final Set<String> WITHOUT = Set.of("42883", "0A000");

  /**
   * A gate that went silent holds the others up for so long at most, as long as it has its turn.
   */
  private static final String SILENCE = "SET SESSION idle_in_transaction_session_timeout = '5s'";

  private final String schema;
  private volatile boolean known = true;

  Turn(String schema) {
    this.schema = schema;
  }

  /** Once for a connection that writes, outside of a transaction. */
  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SILENCE);
      if (known) {
        Sql.list(connection, "SELECT pg_try_advisory_xact_lock(0)", row -> row.getBoolean(1));
      }
    } catch (SQLException e) {
      if (!WITHOUT.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      known = false;
      Logger.info("{}: gates write without taking turns: {}", schema, e.getMessage());
    }
  }

  /** Waits for it, at the beginning of a transaction; it ends with it. */
  void take(Connection connection) throws SQLException {
    if (known) {
      String wait = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) AS turn";
      Sql.list(connection, wait, row -> row.getInt(1), (long) schema.hashCode());
    }
  }
}
