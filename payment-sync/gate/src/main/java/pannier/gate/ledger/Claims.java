package pannier.gate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pannier.gate.sql.Change;
import pannier.gate.sql.Transactions;
import pannier.wire.Receipt;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

/**
 * Which gate captures what. Two that try the same do no harm, as the provider takes a key once; it
 * only costs both of them time.
 *
 * @param gate whose claims are made here; empty: there is no other, and nothing is claimed
 */
record Claims(Optional<String> gate) {
  private static final long GOOD_MILLIS = 10_000;

  private static final String OPEN =
      "SELECT id, trip_id, attempt, place, tender, amount_minor, currency, claimed_by, claimed_at"
          + " FROM outbox WHERE done_at IS NULL";
  private static final String FIRST = " ORDER BY id LIMIT 256";
  private static final String DUE = OPEN + FIRST;
  private static final String FREE =
      OPEN
          + " AND (claimed_by = ? OR claimed_at IS NULL OR claimed_at NOT BETWEEN ? AND ?)"
          + FIRST;

  /** What is due, and since when whose it is. */
  private record Row(Capture capture, Optional<String> by, long atMillis) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new Capture(
              row.getLong(1),
              new SettlementKey(row.getString(2), row.getInt(3)),
              row.getInt(4),
              row.getString(5),
              row.getLong(6),
              row.getString(7)),
          Optional.ofNullable(row.getString(8)),
          row.getLong(9));
    }
  }

  /** What a tender is to pay, to be captured by the gate that settled it. */
  Change payable(Receipt receipt, int place, long atMillis) {
    ReceiptTender tender = receipt.tenders().get(place);
    return Change.of(
        """
        INSERT INTO outbox (trip_id, attempt, place, tender, amount_minor, currency, claimed_by,
          claimed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        receipt.key().tripId(),
        receipt.key().attempt(),
        place,
        tender.kind(),
        tender.amountMinor(),
        receipt.currency(),
        gate,
        gate.map(_ -> atMillis));
  }

  /** All that is due, whosever it is. */
  List<Capture> due(Transactions database) throws SQLException {
    return captures(database.list(DUE, Row::read));
  }

  /** What is this gate's, or nobody's: then it is this gate's from now on. */
  List<Capture> claim(Transactions database, long nowMillis) throws SQLException {
    if (gate.isEmpty()) {
      return due(database);
    }
    long from = nowMillis - GOOD_MILLIS;
    long to = nowMillis + GOOD_MILLIS;
    List<Row> due = database.list(FREE, Row::read, gate.get(), from, to);
    List<Row> mine = new ArrayList<>();
    List<Row> free = new ArrayList<>();
    for (Row row : due) {
      boolean good = row.by.equals(gate) && row.atMillis >= from && row.atMillis <= to;
      (good ? mine : free).add(row);
    }
    if (!free.isEmpty()) {
      List<Integer> taken = database.change(free.stream().map(it -> take(it, nowMillis)).toList());
      for (int i = 0; i < free.size(); i++) {
        if (taken.get(i) > 0) {
          mine.add(free.get(i));
        }
      }
    }
    return captures(mine);
  }

  /** Unless another gate was quicker. */
  private Change take(Row row, long nowMillis) {
    return Change.of(
        """
        UPDATE outbox SET claimed_by = ?, claimed_at = ? WHERE id = ? AND done_at IS NULL
          AND coalesce(claimed_by, '') = ? AND coalesce(claimed_at, 0) = ?
        """,
        gate,
        nowMillis,
        row.capture.id(),
        row.by.orElse(""),
        row.atMillis);
  }

  private static List<Capture> captures(List<Row> rows) {
    return rows.stream().map(Row::capture).sorted(Comparator.comparingLong(Capture::id)).toList();
  }
}
