package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.pricing.refund.PaidBill;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.RefundSlip;
import pannier.wire.SettlementKey;

/**
 * The ledger in a database, whichever it is; the scripts beside this class explain its tables. What
 * must never happen is a constraint there, so that two gates on one database need not trust each
 * other.
 */
public final class SqlLedger implements Ledger {
  private final Transactions database;

  /** Takes the database over. */
  SqlLedger(Transactions database) {
    this.database = database;
  }

  @Override
  public Optional<SettlementRow> find(SettlementKey key) throws LedgerException {
    return read(
        connection ->
            Rows.list(connection, "trip_id = ? AND attempt = ?", key.tripId(), key.attempt())
                .stream()
                .findFirst());
  }

  @Override
  public List<SettlementRow> listTrip(String tripId) throws LedgerException {
    return read(connection -> Rows.list(connection, "trip_id = ?", tripId));
  }

  @Override
  public List<SettlementRow> listUndecided() throws LedgerException {
    return read(connection -> Rows.list(connection, "state = 'INTENDED'"));
  }

  @Override
  public void intend(Intent intent) throws LedgerException {
    write(connection -> insert(connection, intent));
  }

  @Override
  public void settle(Receipt receipt) throws LedgerException {
    settle(receipt, SqlLedger::payable);
  }

  @Override
  public void settleUncollected(Receipt receipt) throws LedgerException {
    settle(receipt, SqlLedger::uncollected);
  }

  /** Writes what a tender is to pay. */
  @FunctionalInterface
  private interface ToPay {
    int write(Connection connection, Receipt receipt, int place, long at) throws SQLException;
  }

  private void settle(Receipt receipt, ToPay toPay) throws LedgerException {
    byte[] reply = EncodedReply.of(receipt).bytes();
    long at = receipt.settledAt().toEpochMilli();
    write(
        connection -> {
          for (ReceiptLine line : receipt.lines()) {
            Postings.sale(connection, receipt, line, at);
          }
          Postings.charges(connection, receipt, at);
          for (int place = 0; place < receipt.tenders().size(); place++) {
            toPay.write(connection, receipt, place, at);
          }
          // Last, as the database then checks that it balances.
          return decide(connection, receipt.key(), Optional.of(receipt.receiptId()), reply, at);
        });
  }

  @Override
  public void decline(SettlementKey key, EncodedReply reply, Instant at) throws LedgerException {
    write(
        connection -> decide(connection, key, Optional.empty(), reply.bytes(), at.toEpochMilli()));
  }

  @Override
  public Optional<String> giveUp(SettlementKey key, String reason) throws LedgerException {
    try {
      return database.transaction(
          connection -> {
            Sql.change(
                connection,
                """
                UPDATE settlement SET giving_up = ?
                WHERE trip_id = ? AND attempt = ? AND state = 'INTENDED' AND giving_up IS NULL
                """,
                reason,
                key.tripId(),
                key.attempt());
            return Sql.one(
                connection,
                "SELECT giving_up FROM settlement "
                    + "WHERE trip_id = ? AND attempt = ? AND state = 'INTENDED'",
                row -> row.getString(1),
                key.tripId(),
                key.attempt());
          });
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void withdraw(Intent intent, EncodedReply reply) throws LedgerException {
    write(
        connection ->
            Sql.change(
                connection,
                """
                INSERT INTO settlement (trip_id, attempt, cart_id, request_hash, bill_digest, state,
                  currency, total_minor, intended_at, finished_at, reply)
                VALUES (?, ?, ?, ?, ?, 'DECLINED', ?, ?, ?, ?, ?)
                """,
                intent.key().tripId(),
                intent.key().attempt(),
                intent.cartId(),
                intent.requestHash().hex(),
                intent.billDigest().hex(),
                intent.currency(),
                intent.totalMinor(),
                intent.at().toEpochMilli(),
                intent.at().toEpochMilli(),
                reply.bytes()));
  }

  @Override
  public void opened(SettlementKey key, Instant at) throws LedgerException {
    write(
        connection ->
            Sql.change(
                connection,
                """
                UPDATE settlement SET opened_at = ?
                WHERE trip_id = ? AND attempt = ? AND opened_at IS NULL
                """,
                at.toEpochMilli(),
                key.tripId(),
                key.attempt()));
  }

  @Override
  public List<Capture> listDue() throws LedgerException {
    return read(
        connection ->
            Sql.list(
                connection,
                """
                SELECT id, trip_id, attempt, place, tender, amount_minor, currency
                FROM outbox WHERE done_at IS NULL ORDER BY id LIMIT 256
                """,
                row ->
                    new Capture(
                        row.getLong(1),
                        new SettlementKey(row.getString(2), row.getInt(3)),
                        row.getInt(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7))));
  }

  @Override
  public void captured(Capture capture, Instant at) throws LedgerException {
    write(
        connection -> {
          int changed =
              Sql.change(
                  connection,
                  "UPDATE outbox SET done_at = ? WHERE id = ? AND done_at IS NULL",
                  at.toEpochMilli(),
                  capture.id());
          return changed == 0 ? 0 : Postings.capture(connection, capture, at.toEpochMilli());
        });
  }

  @Override
  public Optional<SettlementRow> findReceipt(String receiptId) throws LedgerException {
    return read(
        connection -> Rows.list(connection, "receipt_id = ?", receiptId).stream().findFirst());
  }

  @Override
  public List<RefundSlip> refund(RefundOrder order, Instant at)
      throws LedgerException, RefusedRefundException {
    try {
      Optional<String> before = database.query(it -> RefundRows.hash(it, order.refundId()));
      if (before.isPresent() && !before.get().equals(order.hash().hex())) {
        throw new RefusedRefundException(
            "refund %s was another one; a new refund needs a new id".formatted(order.refundId()));
      }
      if (before.isEmpty()) {
        database.transaction(connection -> insert(connection, order, at));
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedRefundException(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw failed(e);
    }
    return listRefunds(order.key());
  }

  private static int insert(Connection connection, RefundOrder order, Instant at)
      throws SQLException {
    SettlementRow row =
        settled(connection, order.key())
            .orElseThrow(
                () -> new IllegalArgumentException("%s is not paid".formatted(order.key())));
    if (order.line() < 0 || order.line() >= row.intent().lines().size()) {
      throw new IllegalArgumentException(
          "line: found %d; expected 1 to %d"
              .formatted(order.line() + 1L, row.intent().lines().size()));
    }
    PaidBill paid = RefundRows.paid(connection, row);
    PaidBill.Leave leave = new PaidBill.Leave(order.reason(), order.approvedBy());
    PaidBill after =
        switch (order.amount()) {
          case RefundOrder.Amount.Pieces it -> paid.returned(order.line(), it.pieces(), leave);
          case RefundOrder.Amount.Goods it -> paid.reduced(order.line(), it.minor(), leave);
        };
    RefundRows.insert(connection, order, after.refunds().getLast(), row, at);
    return 1;
  }

  private static Optional<SettlementRow> settled(Connection connection, SettlementKey key)
      throws SQLException {
    return Rows.list(
            connection,
            "trip_id = ? AND attempt = ? AND state = 'SETTLED'",
            key.tripId(),
            key.attempt())
        .stream()
        .findFirst();
  }

  @Override
  public List<RefundSlip> listRefunds(SettlementKey key) throws LedgerException {
    return read(
        connection -> {
          Optional<SettlementRow> row = settled(connection, key);
          return row.isPresent() ? RefundRows.slips(connection, row.get()) : List.of();
        });
  }

  @Override
  public Optional<PaidBill> findPaid(SettlementKey key) throws LedgerException {
    return read(
        connection -> {
          Optional<SettlementRow> row = settled(connection, key);
          return row.isPresent()
              ? Optional.of(RefundRows.paid(connection, row.get()))
              : Optional.empty();
        });
  }

  @Override
  public List<RefundDue> listRefundsDue() throws LedgerException {
    return read(RefundRows::due);
  }

  @Override
  public void wentBack(RefundDue due, Instant at) throws LedgerException {
    write(connection -> RefundRows.done(connection, due, at));
  }

  @Override
  public void dispute(Dispute dispute, Instant at) throws LedgerException {
    write(connection -> Disputes.insert(connection, dispute, at));
  }

  @Override
  public List<Dispute> listOpenDisputes() throws LedgerException {
    return read(Disputes::open);
  }

  @Override
  public boolean decide(String disputeId, boolean granted, String staff, Instant at)
      throws LedgerException {
    try {
      return database.transaction(
          connection -> Disputes.decide(connection, disputeId, granted, staff, at) == 1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private static int insert(Connection connection, Intent intent) throws SQLException {
    SettlementKey key = intent.key();
    String later = "SELECT max(attempt) FROM settlement WHERE trip_id = ? AND attempt > ?";
    if (Sql.one(connection, later, row -> row.getInt(1), key.tripId(), key.attempt()).orElse(0)
        > 0) {
      throw new SQLException("a later attempt than %s came before".formatted(key));
    }
    Sql.change(
        connection,
        """
        INSERT INTO settlement (trip_id, attempt, cart_id, request_hash, bill_digest, state,
          currency, total_minor, intended_at, tax_included, deposits_minor, notes)
        VALUES (?, ?, ?, ?, ?, 'INTENDED', ?, ?, ?, ?, ?, ?)
        """,
        key.tripId(),
        key.attempt(),
        intent.cartId(),
        intent.requestHash().hex(),
        intent.billDigest().hex(),
        intent.currency(),
        intent.totalMinor(),
        intent.at().toEpochMilli(),
        intent.plan().charges().included() ? 1 : 0,
        intent.plan().charges().depositsMinor(),
        String.join(" ", intent.plan().notes()));
    Plans.insert(connection, key, intent.plan());
    int position = 0;
    for (ReceiptLine line : intent.lines()) {
      Rows.insertLine(connection, key, position++, line);
    }
    return position;
  }

  private static int decide(
      Connection connection, SettlementKey key, Optional<String> receiptId, byte[] reply, long at)
      throws SQLException {
    int changed =
        Sql.change(
            connection,
            """
            UPDATE settlement SET state = ?, receipt_id = ?, reply = ?, finished_at = ?
            WHERE trip_id = ? AND attempt = ? AND state = 'INTENDED'
            """,
            (receiptId.isPresent() ? SettlementState.SETTLED : SettlementState.DECLINED).name(),
            receiptId,
            reply,
            at,
            key.tripId(),
            key.attempt());
    if (changed != 1) {
      throw new SQLException("%s is not to be decided".formatted(key));
    }
    return changed;
  }

  private static int payable(Connection connection, Receipt receipt, int place, long at)
      throws SQLException {
    ReceiptTender tender = receipt.tenders().get(place);
    Postings.authorised(connection, receipt, tender, at);
    return Sql.change(
        connection,
        """
        INSERT INTO outbox (trip_id, attempt, place, tender, amount_minor, currency)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        receipt.key().tripId(),
        receipt.key().attempt(),
        place,
        tender.kind(),
        tender.amountMinor(),
        receipt.currency());
  }

  private static int uncollected(Connection connection, Receipt receipt, int place, long at)
      throws SQLException {
    return Postings.uncollected(connection, receipt, receipt.tenders().get(place), at);
  }

  private static LedgerException failed(SQLException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new LedgerException("ledger: " + first, e);
  }

  private <T> T read(Transactions.Work<T> work) throws LedgerException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void write(Transactions.Work<Integer> work) throws LedgerException {
    try {
      database.transaction(work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
