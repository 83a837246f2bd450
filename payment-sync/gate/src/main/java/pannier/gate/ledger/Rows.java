package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.Charges;
import pannier.wire.Digest;
import pannier.wire.LineCharges;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptReduction;
import pannier.wire.SettlementKey;

/** Rows of the ledger as values. */
final class Rows {
  private Rows() {}

  /**
   * @param where a condition on the table {@code settlement}; its values come apart
   */
  static List<SettlementRow> list(Connection connection, String where, Object... values)
      throws SQLException {
    String sql = "SELECT * FROM settlement WHERE " + where + " ORDER BY trip_id, attempt";
    List<SettlementRow> heads = Sql.list(connection, sql, Rows::head, values);
    List<SettlementRow> rows = new ArrayList<>(heads.size());
    for (SettlementRow head : heads) {
      rows.add(withLines(connection, head));
    }
    return rows;
  }

  /** The same, where mostly there are none: then one statement tells. */
  static List<SettlementRow> list(Transactions database, String where, Object... values)
      throws SQLException {
    String sql = "SELECT 1 FROM settlement WHERE " + where + " LIMIT 1";
    return database.list(sql, row -> row.getInt(1), values).isEmpty()
        ? List.of()
        : database.query(connection -> list(connection, where, values));
  }

  /** All of them without lines and plans. */
  static List<SettlementRow> heads(Connection connection) throws SQLException {
    return Sql.list(connection, "SELECT * FROM settlement ORDER BY trip_id, attempt", Rows::head);
  }

  /** All lines, then what they are reduced by. */
  static List<Change> insertLines(SettlementKey key, List<ReceiptLine> lines) {
    List<Change> changes = new ArrayList<>();
    for (int position = 0; position < lines.size(); position++) {
      changes.add(insertLine(key, position, lines.get(position)));
    }
    for (int position = 0; position < lines.size(); position++) {
      int place = 0;
      for (ReceiptReduction reduction : lines.get(position).reductions()) {
        changes.add(
            Change.of(
                "INSERT INTO reduction VALUES (?, ?, ?, ?, ?, ?)",
                key.tripId(),
                key.attempt(),
                position,
                place++,
                reduction.name(),
                reduction.minor()));
      }
    }
    return changes;
  }

  private static Change insertLine(SettlementKey key, int position, ReceiptLine line) {
    return Change.of(
        """
        INSERT INTO line (trip_id, attempt, position, product, name, pieces, mass_grams,
          shelf_unit_minor, gate_unit_minor, gross_minor, discount_minor, rate_billionths, tax_minor,
          deposit_minor, benefits_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        key.tripId(),
        key.attempt(),
        position,
        line.product(),
        line.name(),
        line.pieces(),
        line.massGrams(),
        line.shelfUnitPriceMinor(),
        line.gateUnitPriceMinor(),
        line.grossMinor(),
        line.discountMinor(),
        line.charges().rateBillionths(),
        line.charges().taxMinor(),
        line.charges().depositMinor(),
        line.charges().benefitsMinor());
  }

  private static SettlementRow head(ResultSet row) throws SQLException {
    Intent intent =
        new Intent(
            new SettlementKey(row.getString("trip_id"), row.getInt("attempt")),
            row.getString("cart_id"),
            new Digest(row.getString("request_hash")),
            new Digest(row.getString("bill_digest")),
            row.getString("currency"),
            List.of(),
            row.getLong("total_minor"),
            Instant.ofEpochMilli(row.getLong("intended_at")),
            new Plan(
                List.of(),
                new Charges(
                    List.of(), row.getInt("tax_included") != 0, row.getLong("deposits_minor")),
                List.of(),
                notes(row.getString("notes"))));
    OptionalLong opened = Sql.number(row, "opened_at");
    return new SettlementRow(
        intent,
        SettlementState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getBytes("reply")).map(EncodedReply::ofBytes),
        Optional.ofNullable(row.getString("receipt_id")),
        opened.isPresent()
            ? Optional.of(Instant.ofEpochMilli(opened.getAsLong()))
            : Optional.empty(),
        Optional.ofNullable(row.getString("giving_up")));
  }

  private static SettlementRow withLines(Connection connection, SettlementRow row)
      throws SQLException {
    Intent head = row.intent();
    Map<Integer, List<ReceiptReduction>> reductions = reductions(connection, head.key());
    List<ReceiptLine> lines =
        Sql.list(
            connection,
            "SELECT * FROM line WHERE trip_id = ? AND attempt = ? ORDER BY position",
            line -> line(line, reductions),
            head.key().tripId(),
            head.key().attempt());
    Intent intent =
        new Intent(
            head.key(),
            head.cartId(),
            head.requestHash(),
            head.billDigest(),
            head.currency(),
            lines,
            head.totalMinor(),
            head.at(),
            Plans.read(connection, head.key(), head.plan()));
    return new SettlementRow(
        intent, row.state(), row.reply(), row.receiptId(), row.openedAt(), row.givingUp());
  }

  private static List<String> notes(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private static Map<Integer, List<ReceiptReduction>> reductions(
      Connection connection, SettlementKey key) throws SQLException {
    Map<Integer, List<ReceiptReduction>> reductions = new HashMap<>();
    Sql.list(
        connection,
        "SELECT * FROM reduction WHERE trip_id = ? AND attempt = ? ORDER BY position, place",
        row ->
            reductions
                .computeIfAbsent(row.getInt("position"), _ -> new ArrayList<>())
                .add(new ReceiptReduction(row.getString("name"), row.getLong("amount_minor"))),
        key.tripId(),
        key.attempt());
    return reductions;
  }

  private static ReceiptLine line(ResultSet row, Map<Integer, List<ReceiptReduction>> reductions)
      throws SQLException {
    return new ReceiptLine(
        row.getString("product"),
        row.getString("name"),
        row.getInt("pieces"),
        Sql.number(row, "mass_grams"),
        row.getLong("shelf_unit_minor"),
        row.getLong("gate_unit_minor"),
        row.getLong("gross_minor"),
        row.getLong("discount_minor"),
        new LineCharges(
            row.getLong("rate_billionths"),
            row.getLong("tax_minor"),
            row.getLong("deposit_minor"),
            row.getLong("benefits_minor")),
        reductions.getOrDefault(row.getInt("position"), List.of()));
  }
}
