package pannier.gate.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database. A transaction that returned is durable; one that threw has left nothing. Safe for use
 * by many threads.
 */
public interface Transactions extends AutoCloseable {
  /** What a transaction does; it may be run again, and waits for nothing but the database. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs {@code work} wholly or not at all, as if it were alone. */
  <T> T transaction(Work<T> work) throws SQLException;

  /** Runs {@code work} that only reads what is committed. */
  <T> T query(Work<T> work) throws SQLException;

  @Override
  void close();
}
