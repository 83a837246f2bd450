package pannier.gate.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import pannier.gate.sql.Sql;

/**
 * The steps that lead to a file's tables. A file remembers in {@code user_version} how many of them
 * it has taken.
 *
 * @param steps SQL scripts; a step that was released is never changed
 */
public record Schema(List<String> steps) {
  public Schema {
    steps = List.copyOf(steps);
  }

  /**
   * Reads steps from resources beside {@code owner}.
   *
   * @throws IllegalArgumentException if one is missing
   */
  public static Schema of(Class<?> owner, String... resources) {
    List<String> steps = new ArrayList<>();
    for (String resource : resources) {
      try (InputStream script = owner.getResourceAsStream(resource)) {
        if (script == null) {
          throw new IllegalArgumentException("no schema " + resource);
        }
        steps.add(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalArgumentException("no schema " + resource, e);
      }
    }
    return new Schema(steps);
  }

  void apply(Path file, Database database) throws SQLException, IOException {
    int taken = database.query(Schema::version);
    if (taken > steps.size()) {
      throw new IOException(
          "%s: found schema %d; expected at most %d".formatted(file, taken, steps.size()));
    }
    for (int step = taken; step < steps.size(); step++) {
      int next = step;
      database.transaction(connection -> take(connection, next));
    }
  }

  private int take(Connection connection, int step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(steps.get(step));
      return statement.executeUpdate("PRAGMA user_version = " + (step + 1));
    }
  }

  private static int version(Connection connection) throws SQLException {
    return Sql.one(connection, "PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }
}
