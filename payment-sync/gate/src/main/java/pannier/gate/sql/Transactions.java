package pannier.gate.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

  /**
   * Makes changes wholly or not at all. What others change at the same time may be made with them,
   * statement by statement.
   *
   * @return how many rows each changed; where only the server could tell, 1
   * @throws UnchangedException if one had to change a row and did not
   */
  default List<Integer> change(List<Change> changes) throws SQLException {
    return transaction(connection -> Sql.changeAll(connection, changes));
  }

  /** Runs {@code work} that only reads, of one moment, what is committed. */
  <T> T query(Work<T> work) throws SQLException;

  /** Reads what is committed by one statement. */
  default <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
      throws SQLException {
    return query(connection -> Sql.list(connection, sql, fromRow, values));
  }

  @Override
  void close();
}
