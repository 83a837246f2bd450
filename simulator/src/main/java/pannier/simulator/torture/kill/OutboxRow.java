package pannier.simulator.torture.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pannier.simulator.load.book.Held;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;

/**
 * An attempt as a cart's own journal has it, read from the file as it lies.
 *
 * @param answered whether the gate has answered for good
 * @param receipt there if it was paid
 */
record OutboxRow(SettlementKey key, boolean answered, Optional<Held.Paid> receipt) {
  /** A reply is kept behind this byte; what the gate refused behind another. */
  private static final byte REPLY = 0;

  /** All attempts in the order in which they were begun; none where there is no file yet. */
  static List<OutboxRow> list(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String sql = "SELECT trip_id, attempt, reply FROM attempt ORDER BY rowid";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      if (!hasTable(statement)) {
        return List.of(); // it was killed before it had any
      }
      List<OutboxRow> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(sql)) {
        while (row.next()) {
          rows.add(
              of(
                  new SettlementKey(row.getString(1), row.getInt(2)),
                  Optional.ofNullable(row.getBytes(3))));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static boolean hasTable(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'attempt'")) {
      return found.next();
    }
  }

  private static OutboxRow of(SettlementKey key, Optional<byte[]> answer) throws IOException {
    if (answer.isEmpty()) {
      return new OutboxRow(key, false, Optional.empty());
    }
    byte[] bytes = answer.get();
    if (bytes[0] != REPLY) {
      throw new IOException("%s was refused, which no bill of a torture is".formatted(key));
    }
    byte[] body = Arrays.copyOfRange(bytes, 1, bytes.length);
    return SettlementCodec.decodeReply(body) instanceof Receipt receipt
        ? new OutboxRow(
            key,
            true,
            Optional.of(new Held.Paid(receipt.receiptId(), receipt.totalMinor(), Digest.of(body))))
        : new OutboxRow(key, true, Optional.empty());
  }

  int trip() {
    return Integer.parseInt(key.tripId().substring(key.tripId().lastIndexOf('-') + 1));
  }

  Held held() {
    return new Held(key, receipt, answered);
  }
}
