package pannier.app.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.proof.Proof.Point;
import pannier.payment.cart.outbox.Message;

/** The cart's file of proofs. Safe for use by many threads, which take turns. */
public final class ProofBook implements AutoCloseable {
  /** Long enough to come back the next day and dispute. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS proof (trip TEXT NOT NULL, number INTEGER NOT NULL, product"
              + " TEXT NOT NULL, goes_in INTEGER NOT NULL, at INTEGER NOT NULL, grams INTEGER NOT"
              + " NULL, curve BLOB NOT NULL, PRIMARY KEY (trip, number)) STRICT",
          "CREATE TABLE IF NOT EXISTS picture (trip TEXT NOT NULL, number INTEGER NOT NULL, place"
              + " INTEGER NOT NULL, jpeg BLOB NOT NULL, PRIMARY KEY (trip, number, place)) STRICT",
          "CREATE TABLE IF NOT EXISTS outgoing (id TEXT PRIMARY KEY, message BLOB NOT NULL) STRICT");

  private final Connection connection;
  private final InstantSource clock;

  private ProofBook(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** Opens the book at {@code file}, or begins one; what is over its time is deleted. */
  public static ProofBook open(Path file, InstantSource clock) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      ProofBook book = new ProofBook(connection, clock);
      try (Statement sql = connection.createStatement()) {
        sql.execute("PRAGMA journal_mode = WAL");
        sql.execute("PRAGMA secure_delete = ON");
        for (String table : TABLES) {
          sql.execute(table);
        }
      }
      book.sweep();
      return book;
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Keeps one with its pictures. */
  synchronized void keep(String tripId, Proof proof, List<byte[]> pictures) throws IOException {
    change(
        "INSERT OR REPLACE INTO proof VALUES (?, ?, ?, ?, ?, ?, ?)",
        tripId,
        proof.number(),
        proof.product(),
        proof.in() ? 1 : 0,
        proof.atMillis(),
        proof.massGrams(),
        bytes(proof.curve()));
    for (int place = 0; place < pictures.size(); place++) {
      change(
          "INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?)",
          tripId,
          proof.number(),
          place,
          pictures.get(place));
    }
  }

  synchronized List<Proof> list(String tripId, String product) throws IOException {
    String sql =
        "SELECT number, goes_in, at, grams, curve, (SELECT count(*) FROM picture WHERE picture.trip"
            + " = proof.trip AND picture.number = proof.number) FROM proof WHERE trip = ? AND"
            + " product = ? ORDER BY at, number";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, tripId);
      select.setString(2, product);
      List<Proof> proofs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          proofs.add(
              new Proof(
                  row.getInt(1),
                  product,
                  row.getBoolean(2),
                  row.getLong(3),
                  row.getLong(4),
                  points(row.getBytes(5)),
                  row.getInt(6)));
        }
      }
      return proofs;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  synchronized Optional<byte[]> picture(String tripId, int number, int place) throws IOException {
    String sql = "SELECT jpeg FROM picture WHERE trip = ? AND number = ? AND place = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, tripId);
      select.setInt(2, number);
      select.setInt(3, place);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** All of a trip, at once; also what waits to be sent stays, for it was sent by will. */
  synchronized void forget(String tripId) throws IOException {
    change("DELETE FROM picture WHERE trip = ?", tripId);
    change("DELETE FROM proof WHERE trip = ?", tripId);
  }

  /** Deletes what is over its time. */
  synchronized void sweep() throws IOException {
    long before = clock.millis() - KEPT.toMillis();
    change(
        "DELETE FROM picture WHERE (trip, number) IN (SELECT trip, number FROM proof WHERE at < ?)",
        before);
    change("DELETE FROM proof WHERE at < ?", before);
  }

  synchronized void send(String id, byte[] message) throws IOException {
    change("INSERT OR IGNORE INTO outgoing VALUES (?, ?)", id, message);
  }

  synchronized void sent(String id) throws IOException {
    change("DELETE FROM outgoing WHERE id = ?", id);
  }

  /** A message that waits for the gate. */
  record Outgoing(String id, Message message) {}

  synchronized List<Outgoing> outgoing() throws IOException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT id, message FROM outgoing ORDER BY rowid")) {
      List<Outgoing> waiting = new ArrayList<>();
      while (row.next()) {
        waiting.add(new Outgoing(row.getString(1), new Message(row.getBytes(2))));
      }
      return waiting;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static byte[] bytes(List<Point> curve) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES * curve.size());
    curve.forEach(point -> bytes.putInt(point.millis()).putInt(point.grams()));
    return bytes.array();
  }

  private static List<Point> points(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Point> curve = new ArrayList<>();
    while (buffer.hasRemaining()) {
      curve.add(new Point(buffer.getInt(), buffer.getInt()));
    }
    return curve;
  }

  private void change(String sql, Object... values) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IOException failed(SQLException e) {
    return new IOException("proofs: " + e.getMessage(), e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("proofs", e);
    }
  }
}
