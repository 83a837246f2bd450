package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pannier.gate.sql.Sql;
import pannier.pricing.refund.PaidBill;
import pannier.pricing.refund.Refund;
import pannier.pricing.refund.RefundReason;
import pannier.pricing.tender.Portion;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.RefundSlip;
import pannier.wire.SettlementKey;

/** Refunds as rows of the ledger: each is worked out from what was paid and what went back. */
final class RefundRows {
  private RefundRows() {}

  /** What of a settlement is still paid. */
  static PaidBill paid(Connection connection, SettlementRow row) throws SQLException {
    Intent intent = row.intent();
    List<Integer> pieces = intent.lines().stream().map(ReceiptLine::pieces).toList();
    PaidBill paid = PaidBill.of(pieces, intent.plan().portions());
    for (Stored stored : stored(connection, intent.key())) {
      PaidBill.Leave leave = new PaidBill.Leave(stored.reason(), stored.approvedBy());
      paid =
          stored.pieces() > 0
              ? paid.returned(stored.line(), stored.pieces(), leave)
              : paid.reduced(stored.line(), stored.goodsMinor(), leave);
    }
    return paid;
  }

  private record Stored(
      int line, int pieces, RefundReason reason, String approvedBy, long goodsMinor) {}

  private static List<Stored> stored(Connection connection, SettlementKey key) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT position, pieces, reason, approved_by,
          (SELECT coalesce(sum(amount_minor), 0) FROM refund_portion p
           WHERE p.refund_id = r.refund_id AND part = 'goods') AS goods
        FROM refund r WHERE trip_id = ? AND attempt = ? ORDER BY number
        """,
        row ->
            new Stored(
                row.getInt("position"),
                row.getInt("pieces"),
                RefundReason.of(row.getString("reason")).orElseThrow(),
                row.getString("approved_by"),
                row.getLong("goods")),
        key.tripId(),
        key.attempt());
  }

  /** The hash of what was asked under an id before. */
  static Optional<String> hash(Connection connection, String refundId) throws SQLException {
    return Sql.one(
        connection,
        "SELECT asked_hash FROM refund WHERE refund_id = ?",
        row -> row.getString(1),
        refundId);
  }

  /** The refund, what it is made of, its postings, and what must go back at the provider. */
  static void insert(
      Connection connection, RefundOrder order, Refund refund, SettlementRow row, Instant at)
      throws SQLException {
    SettlementKey key = order.key();
    int number = stored(connection, key).size() + 1;
    Sql.change(
        connection,
        "INSERT INTO refund VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order.refundId(),
        key.tripId(),
        key.attempt(),
        number,
        order.line(),
        refund.pieces(),
        refund.reason().word(),
        refund.approvedBy(),
        order.hash().hex(),
        at.toEpochMilli());
    boolean included = row.intent().plan().charges().included();
    String currency = row.intent().currency();
    Map<Integer, Long> byTender = new TreeMap<>();
    for (Portion portion : refund.portions()) {
      Sql.change(
          connection,
          "INSERT INTO refund_portion VALUES (?, ?, ?, ?)",
          order.refundId(),
          portion.tender(),
          portion.part().word(),
          portion.minor());
      String kind = kind(row, portion.tender());
      Postings.Back back = new Postings.Back(portion, kind, included, currency);
      Sql.changeAll(connection, Postings.refunded(key, back, at).toList());
      byTender.merge(portion.tender(), portion.minor(), Long::sum);
    }
    for (Map.Entry<Integer, Long> tender : byTender.entrySet()) {
      Sql.change(
          connection,
          "INSERT INTO refund_due (refund_id, place, tender, amount_minor) VALUES (?, ?, ?, ?)",
          order.refundId(),
          tender.getKey(),
          kind(row, tender.getKey()),
          tender.getValue());
    }
  }

  private static String kind(SettlementRow row, int place) {
    return row.intent().plan().tenders().get(place).kind();
  }

  /** What must still go back, where the payment itself is captured. */
  static List<RefundDue> due(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT d.id, d.refund_id, r.trip_id, r.attempt, d.place, d.tender, d.amount_minor
        FROM refund_due d
        JOIN refund r ON r.refund_id = d.refund_id
        JOIN outbox o ON o.trip_id = r.trip_id AND o.attempt = r.attempt AND o.place = d.place
        WHERE d.done_at IS NULL AND o.done_at IS NOT NULL ORDER BY d.id
        """,
        row ->
            new RefundDue(
                row.getLong(1),
                row.getString(2),
                new SettlementKey(row.getString(3), row.getInt(4)),
                row.getInt(5),
                row.getString(6),
                row.getLong(7)));
  }

  static int done(Connection connection, RefundDue due, Instant at) throws SQLException {
    int changed =
        Sql.change(
            connection,
            "UPDATE refund_due SET done_at = ? WHERE id = ? AND done_at IS NULL",
            at.toEpochMilli(),
            due.id());
    if (changed > 0) {
      String currency = currency(connection, due);
      Sql.changeAll(connection, Postings.wentBack(due, currency, at).toList());
    }
    return changed;
  }

  private static String currency(Connection connection, RefundDue due) throws SQLException {
    return Sql.one(
            connection,
            "SELECT currency FROM settlement WHERE trip_id = ? AND attempt = ?",
            row -> row.getString(1),
            due.key().tripId(),
            due.key().attempt())
        .orElseThrow();
  }

  /** The slips of a settlement, in their order. */
  static List<RefundSlip> slips(Connection connection, SettlementRow row) throws SQLException {
    SettlementKey key = row.intent().key();
    return Sql.list(
        connection,
        "SELECT * FROM refund WHERE trip_id = ? AND attempt = ? ORDER BY number",
        refund -> slip(connection, row, refund),
        key.tripId(),
        key.attempt());
  }

  private static RefundSlip slip(Connection connection, SettlementRow row, ResultSet refund)
      throws SQLException {
    String id = refund.getString("refund_id");
    int line = refund.getInt("position");
    Map<Integer, Long> byTender = new TreeMap<>();
    Map<String, Long> byPart = new TreeMap<>();
    Sql.list(
        connection,
        "SELECT place, part, amount_minor FROM refund_portion WHERE refund_id = ?",
        portion -> {
          byPart.merge(portion.getString(2), portion.getLong(3), Long::sum);
          return byTender.merge(portion.getInt(1), portion.getLong(3), Long::sum);
        },
        id);
    List<ReceiptTender> tenders = new ArrayList<>();
    byTender.forEach(
        (place, minor) ->
            tenders.add(new ReceiptTender(kind(row, place), minor, "%s#%d".formatted(id, place))));
    RefundSlip.Goods goods =
        new RefundSlip.Goods(
            line,
            row.intent().lines().get(line).name(),
            refund.getInt("pieces"),
            refund.getString("reason"),
            byPart.getOrDefault("tax", 0L),
            byPart.getOrDefault("deposit", 0L));
    return new RefundSlip(
        id,
        row.receiptId().orElseThrow(),
        Instant.ofEpochMilli(refund.getLong("refunded_at")),
        row.intent().currency(),
        goods,
        tenders);
  }
}
