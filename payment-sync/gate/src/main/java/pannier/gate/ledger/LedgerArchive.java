package pannier.gate.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * A whole ledger as lines of JSON, one a row: what a backup is made of. It goes into an empty
 * ledger of either kind, and passes all of its constraints again on the way.
 */
final class LedgerArchive {
  /** In the order in which they refer to each other. */
  private static final List<String> TABLES =
      List.of(
          "settlement",
          "line",
          "reduction",
          "tax",
          "tender",
          "portion",
          "posting",
          "outbox",
          "dispute",
          "refund",
          "refund_portion",
          "refund_due",
          "spot_check",
          "check_tally");

  /** Those that number their own rows. */
  private static final List<String> NUMBERED = List.of("posting", "outbox", "refund_due");

  private static final String TABLE = "table";
  private static final String BYTES = "base64";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LedgerArchive() {}

  /**
   * Writes all rows as they are at one moment.
   *
   * @return how many
   */
  static int write(Transactions database, Writer out) throws IOException {
    try {
      return database.query(
          connection -> {
            int rows = 0;
            for (String table : TABLES) {
              rows +=
                  Sql.list(connection, "SELECT * FROM " + table, row -> line(table, row, out))
                      .size();
            }
            return rows;
          });
    } catch (SQLException e) {
      throw new LedgerException("ledger: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int line(String table, ResultSet row, Writer out) throws SQLException {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put(TABLE, table);
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i);
      switch (row.getObject(i)) {
        case null -> {}
        case byte[] bytes ->
            node.putObject(name).put(BYTES, Base64.getEncoder().encodeToString(bytes));
        case Number number -> node.put(name, number.longValue());
        case Object text -> node.put(name, text.toString());
      }
    }
    try {
      out.write(node + "\n");
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote into an empty ledger, wholly or not at all.
   *
   * @param name of the archive, for complaints
   * @return how many rows
   */
  static int read(Transactions database, BufferedReader in, String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      rows.add(row(line, "%s: line %d".formatted(name, rows.size() + 1)));
    }
    try {
      return database.transaction(
          connection -> {
            long before =
                Sql.one(connection, "SELECT count(*) FROM settlement", it -> it.getLong(1))
                    .orElse(0L);
            if (before > 0) {
              throw new SQLException(
                  "found %d settlements; a backup goes into an empty ledger".formatted(before));
            }
            return insertAll(connection, rows);
          });
    } catch (SQLException e) {
      throw new LedgerException("ledger: " + e.getMessage(), e);
    }
  }

  private static JsonNode row(String line, String place) throws IOException {
    JsonNode node = JSON.readTree(line);
    boolean named =
        node.isObject()
            && TABLES.contains(node.path(TABLE).asText())
            && node.properties().stream().allMatch(it -> it.getKey().matches("[a-z_]+"));
    if (!named) {
      throw new IOException(place + ": found something else; expected a row of a ledger");
    }
    return node;
  }

  private static int insertAll(Connection connection, List<JsonNode> rows) throws SQLException {
    List<JsonNode> settled = new ArrayList<>();
    for (JsonNode row : rows) {
      boolean isSettled =
          row.path(TABLE).asText().equals("settlement")
              && row.path("state").asText().equals("SETTLED");
      if (isSettled) {
        settled.add(row);
      }
      insert(connection, isSettled ? undecided(row) : row);
    }
    for (JsonNode row : settled) {
      decide(connection, row);
    }
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      for (String table : NUMBERED) {
        Sql.list(
            connection,
            "SELECT setval(pg_get_serial_sequence('%s', 'id'), coalesce(max(id), 0) + 1) FROM %s"
                .formatted(table, table),
            it -> it.getLong(1));
      }
    }
    return rows.size();
  }

  /** Postings go into a basket that is not decided. */
  private static JsonNode undecided(JsonNode row) {
    ObjectNode copy = row.deepCopy();
    copy.remove(List.of("reply", "finished_at", "receipt_id", "opened_at"));
    return copy.put("state", "INTENDED");
  }

  private static void insert(Connection connection, JsonNode row) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      if (!field.getKey().equals(TABLE)) {
        columns.add(field.getKey());
        values.add(value(field.getValue()));
      }
    }
    String marks = String.join(", ", columns.stream().map(_ -> "?").toList());
    Sql.change(
        connection,
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(row.path(TABLE).asText(), String.join(", ", columns), marks),
        values.toArray());
  }

  private static void decide(Connection connection, JsonNode row) throws SQLException {
    Sql.change(
        connection,
        "UPDATE settlement SET state = 'SETTLED', reply = ?, finished_at = ?, receipt_id = ? "
            + "WHERE trip_id = ? AND attempt = ?",
        value(row.path("reply")),
        value(row.path("finished_at")),
        value(row.path("receipt_id")),
        value(row.path("trip_id")),
        value(row.path("attempt")));
    if (row.has("opened_at")) {
      Sql.change(
          connection,
          "UPDATE settlement SET opened_at = ? WHERE trip_id = ? AND attempt = ?",
          value(row.path("opened_at")),
          value(row.path("trip_id")),
          value(row.path("attempt")));
    }
  }

  private static Object value(JsonNode value) {
    if (value.isObject()) {
      return Base64.getDecoder().decode(value.path(BYTES).asText());
    }
    return value.isIntegralNumber() ? value.longValue() : value.asText();
  }
}
