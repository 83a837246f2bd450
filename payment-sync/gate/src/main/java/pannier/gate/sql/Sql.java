package pannier.gate.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
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
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case OptionalLong number when number.isPresent() ->
            statement.setLong(i + 1, number.getAsLong());
        case OptionalLong _ -> statement.setObject(i + 1, null);
        case Optional<?> value when value.isPresent() -> statement.setObject(i + 1, value.get());
        case Optional<?> _ -> statement.setObject(i + 1, null);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> statement.setObject(i + 1, values[i]);
      }
    }
    return statement;
  }
}
