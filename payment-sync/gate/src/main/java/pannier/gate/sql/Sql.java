package pannier.gate.sql;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Statements with values: {@code String}, {@code byte[]}, integers, and empty optionals as NULL.
 */
public final class Sql {
  private Sql() {}

  /** Makes a value of the row at which {@code row} stands. */
  @FunctionalInterface
  public interface FromRow<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @return how many rows changed
   */
  public static int change(Connection connection, String sql, Object... values)
      throws SQLException {
    return change(connection, Change.of(sql, values));
  }

  /** Makes one change. */
  public static int change(Connection connection, Change change) throws SQLException {
    return changeAll(connection, List.of(change)).getFirst();
  }

  /**
   * Makes changes in their order; a statement that follows itself goes to a server at once.
   *
   * @return how many rows each changed; where only the server could tell, 1
   * @throws UnchangedException if one had to change a row and did not
   */
  public static List<Integer> changeAll(Connection connection, List<Change> changes)
      throws SQLException {
    List<Integer> counts = new ArrayList<>(changes.size());
    int from = 0;
    while (from < changes.size()) {
      int to = from + 1;
      while (to < changes.size() && changes.get(to).sql().equals(changes.get(from).sql())) {
        to++;
      }
      counts.addAll(same(connection, changes.subList(from, to)));
      from = to;
    }
    return counts;
  }

  private static List<Integer> same(Connection connection, List<Change> changes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(changes.getFirst().sql())) {
      for (Change change : changes) {
        set(statement, change.values());
        if (changes.size() > 1) {
          statement.addBatch();
        }
      }
      int[] counts =
          changes.size() > 1 ? statement.executeBatch() : new int[] {statement.executeUpdate()};
      List<Integer> result = new ArrayList<>(counts.length);
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0 && changes.get(i).refusal().isPresent()) {
          throw new UnchangedException(changes.get(i).refusal().get());
        }
        result.add(counts[i] == Statement.SUCCESS_NO_INFO ? 1 : counts[i]);
      }
      return result;
    } catch (BatchUpdateException e) {
      // Its own words repeat the values; the server's are in the next one.
      throw e.getNextException() == null ? e : e.getNextException();
    }
  }

  public static <T> List<T> list(
      Connection connection, String sql, FromRow<T> fromRow, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (row.next()) {
        result.add(fromRow.read(row));
      }
      return result;
    }
  }

  /** The first row, if there is one. */
  public static <T> Optional<T> one(
      Connection connection, String sql, FromRow<T> fromRow, Object... values) throws SQLException {
    return list(connection, sql, fromRow, values).stream().findFirst();
  }

  /** A column that may be NULL. */
  public static OptionalLong number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(statement, List.of(values));
    return statement;
  }

  private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case OptionalLong number when number.isPresent() ->
            statement.setLong(i + 1, number.getAsLong());
        case OptionalLong _ -> statement.setNull(i + 1, Types.BIGINT);
        case Optional<?> value when value.isPresent() -> statement.setObject(i + 1, value.get());
        case Optional<?> _ -> statement.setObject(i + 1, null);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> statement.setObject(i + 1, values.get(i));
      }
    }
  }
}
