package pannier.payment.cart.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

/**
 * Attempts that were begun, in one SQLite file (write-ahead log, {@code synchronous=FULL}): a
 * method that returned is on the disk. Used by one thread.
 */
public final class Outbox implements AutoCloseable {
  private static final int VERSION = 1;

  private final Connection connection;

  private Outbox(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the outbox at {@code file}, or begins one.
   *
   * @throws IOException if it is no outbox, or a newer one, or cannot be written
   */
  public static Outbox open(Path file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        prepare(file, connection);
        return new Outbox(connection);
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Keeps a new attempt; one that is known stays as it is. */
  public void begin(SettlementKey key, Digest billDigest, Message message) throws OutboxException {
    change(
        "INSERT INTO attempt (trip_id, attempt, bill_digest, message) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        key.tripId(),
        key.attempt(),
        billDigest.hex(),
        message.bytes());
  }

  /** Keeps that the gate is to be told that the attempt is void, whether it is known or not. */
  public void withdraw(SettlementKey key) throws OutboxException {
    change(
        "INSERT INTO attempt (trip_id, attempt, bill_digest, message, withdrawn)"
            + " VALUES (?, ?, '', x'', 1) ON CONFLICT DO UPDATE SET withdrawn = 1",
        key.tripId(),
        key.attempt());
  }

  /** Keeps the final answer; the first one stays. */
  public void finish(SettlementKey key, Message reply) throws OutboxException {
    change(
        "UPDATE attempt SET reply = ? WHERE trip_id = ? AND attempt = ? AND reply IS NULL",
        reply.bytes(),
        key.tripId(),
        key.attempt());
  }

  public Optional<Attempt> find(SettlementKey key) throws OutboxException {
    return list("trip_id = ? AND attempt = ?", key.tripId(), key.attempt()).stream().findFirst();
  }

  /** The trips of the last attempts, oldest first. */
  public List<String> listTrips(int most) throws OutboxException {
    List<String> trips = new ArrayList<>();
    String sql =
        "SELECT trip_id, MAX(rowid) AS last FROM attempt GROUP BY trip_id ORDER BY last DESC LIMIT ?";
    try (PreparedStatement statement = statement(sql, most);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        trips.addFirst(row.getString("trip_id"));
      }
      return trips;
    } catch (SQLException e) {
      throw new OutboxException("outbox: " + e.getMessage(), e);
    }
  }

  /** Every attempt without a final answer. */
  public List<Attempt> listOpen() throws OutboxException {
    return list("reply IS NULL");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a statement outlived the outbox", e);
    }
  }

  private List<Attempt> list(String where, Object... values) throws OutboxException {
    String sql = "SELECT * FROM attempt WHERE " + where + " ORDER BY trip_id, attempt";
    try (PreparedStatement statement = statement(sql, values);
        ResultSet row = statement.executeQuery()) {
      List<Attempt> attempts = new ArrayList<>();
      while (row.next()) {
        attempts.add(attempt(row));
      }
      return attempts;
    } catch (SQLException e) {
      throw new OutboxException("outbox: " + e.getMessage(), e);
    }
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        new SettlementKey(row.getString("trip_id"), row.getInt("attempt")),
        new Message(row.getBytes("message")),
        row.getBoolean("withdrawn"),
        Optional.ofNullable(row.getBytes("reply")).map(Message::new));
  }

  private void change(String sql, Object... values) throws OutboxException {
    try (PreparedStatement statement = statement(sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new OutboxException("outbox: " + e.getMessage(), e);
    }
  }

  private PreparedStatement statement(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static void prepare(Path file, Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        InputStream script = Outbox.class.getResourceAsStream("outbox-1.sql")) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (version > VERSION || script == null) {
        throw new IOException(
            "%s: found schema %d; expected at most %d".formatted(file, version, VERSION));
      }
      if (version < VERSION) {
        String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        statement.executeUpdate("BEGIN;\n%s\nPRAGMA user_version = 1; COMMIT;".formatted(sql));
      }
    }
  }
}
