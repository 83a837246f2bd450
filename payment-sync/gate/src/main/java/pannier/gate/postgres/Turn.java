package pannier.gate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.tinylog.Logger;

/**
 * Whose turn it is to write to a schema, where several gates share it. What they write side by side
 * lies on the same pages of small tables, and a serializable transaction would run into 40001 again
 * and again; in turns it hardly ever does. It is a courtesy and no condition: what must never
 * happen is a constraint, and a server that has no such locks is written to without.
 *
 * <p>It is the lock of an empty table, and no advisory one: a transaction sees the moment of its
 * first query, which must come after the wait, and only {@code LOCK TABLE} is none (PostgreSQL's
 * documentation of that command).
 */
final class Turn {
  /** "Feature not supported" and "syntax error" (PostgreSQL, appendix A). */
  private static final Set<String> WITHOUT = Set.of("0A000", "42601");

  /** Another gate makes the table at the same moment: "unique violation", "duplicate table". */
  private static final Set<String> MADE = Set.of("23505", "42P07");

  /** "Lock not available": another gate has it. */
  private static final String TAKEN = "55P03";

  /**
   * A gate that went silent holds the others up for so long at most, as long as it has its turn.
   */
  private static final String SILENCE = "SET SESSION idle_in_transaction_session_timeout = '5s'";

  private static final String TABLE = "CREATE TABLE IF NOT EXISTS turn ()";
  private static final String TAKE = "LOCK TABLE turn IN EXCLUSIVE MODE";

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
        make(statement);
        tryOnce(connection, statement);
      }
    } catch (SQLException e) {
      if (!WITHOUT.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      known = false;
      Logger.info("{}: gates write without taking turns: {}", schema, e.getMessage());
    }
  }

  private static void make(Statement statement) throws SQLException {
    try {
      statement.execute(TABLE);
    } catch (SQLException e) {
      if (!MADE.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
    }
  }

  /** Whether the server knows such locks shows only when one is asked for. */
  private static void tryOnce(Connection connection, Statement statement) throws SQLException {
    connection.setAutoCommit(false);
    try {
      statement.execute(TAKE + " NOWAIT");
    } catch (SQLException e) {
      if (!TAKEN.equals(e.getSQLState())) {
        throw e;
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Waits for it, at the beginning of a transaction; it ends with it. */
  void take(Connection connection) throws SQLException {
    if (known) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TAKE);
      }
    }
  }
}
