package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pannier.gate.audit.Draw;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sql.UnchangedException;
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
  private final LedgerDatabase database;
  private final Claims claims;
  private final CheckBook checks;

  /**
   * Takes the database over.
   *
   * @param gate tells it from others that share the database; empty: there are none
   */
  SqlLedger(Transactions database, Optional<String> gate) {
    this.database = new LedgerDatabase(database);
    this.claims = new Claims(gate);
    this.checks = new SqlCheckBook(this.database);
  }

  @Override
  public Optional<SettlementRow> find(SettlementKey key) throws LedgerException {
    return database.read(
        connection ->
            Rows.list(connection, "trip_id = ? AND attempt = ?", key.tripId(), key.attempt())
                .stream()
                .findFirst());
  }

  @Override
  public List<SettlementRow> listTrip(String tripId) throws LedgerException {
    return database.ask(it -> Rows.list(it, "trip_id = ?", tripId));
  }

  @Override
  public List<SettlementRow> listUndecided() throws LedgerException {
    return database.read(connection -> Rows.list(connection, "state = 'INTENDED'"));
  }

  @Override
  public void intend(Intent intent, Optional<Draw> draw) throws LedgerException {
    List<Change> changes = insert(intent);
    draw.map(CheckRows::insert).ifPresent(changes::add);
    database.write(changes);
  }

  @Override
  public CheckBook checks() {
    return checks;
  }

  @Override
  public EncodedReply settle(Receipt receipt) throws LedgerException {
    return settle(receipt, this::payable);
  }

  @Override
  public void settleUncollected(Receipt receipt) throws LedgerException {
    settle(receipt, SqlLedger::uncollected);
  }

  /** What a tender is to pay. */
  @FunctionalInterface
  private interface ToPay {
    Stream<Change> of(Receipt receipt, int place, long at);
  }

  private EncodedReply settle(Receipt receipt, ToPay toPay) throws LedgerException {
    EncodedReply reply = EncodedReply.of(receipt);
    long at = receipt.settledAt().toEpochMilli();
    List<Change> changes = new ArrayList<>();
    for (ReceiptLine line : receipt.lines()) {
      Postings.sale(receipt, line, at).forEach(changes::add);
    }
    Postings.charges(receipt, at).forEach(changes::add);
    for (int place = 0; place < receipt.tenders().size(); place++) {
      toPay.of(receipt, place, at).forEach(changes::add);
    }
    // Last, as the database then checks that it balances.
    changes.add(decide(receipt.key(), Optional.of(receipt.receiptId()), reply.bytes(), at));
    database.write(changes);
    return reply;
  }

  @Override
  public void decline(SettlementKey key, EncodedReply reply, Instant at) throws LedgerException {
    database.write(List.of(decide(key, Optional.empty(), reply.bytes(), at.toEpochMilli())));
  }

  @Override
  public Optional<String> giveUp(SettlementKey key, String reason) throws LedgerException {
    return database.write(
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
  }

  @Override
  public void withdraw(Intent intent, EncodedReply reply) throws LedgerException {
    database.write(
        List.of(
            Change.of(
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
                reply.bytes())));
  }

  @Override
  public void opened(SettlementKey key, Instant at) throws LedgerException {
    database.write(
        List.of(
            Change.of(
                """
                UPDATE settlement SET opened_at = ?
                WHERE trip_id = ? AND attempt = ? AND opened_at IS NULL
                """,
                at.toEpochMilli(),
                key.tripId(),
                key.attempt())));
  }

  @Override
  public List<Capture> listDue() throws LedgerException {
    return database.ask(claims::due);
  }

  @Override
  public List<Capture> claimDue(Instant now) throws LedgerException {
    return database.ask(it -> claims.claim(it, now.toEpochMilli()));
  }

  @Override
  public void captured(Capture capture, Instant at) throws LedgerException {
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.must(
            "%s is captured already".formatted(capture.paymentKey()),
            "UPDATE outbox SET done_at = ? WHERE id = ? AND done_at IS NULL",
            at.toEpochMilli(),
            capture.id()));
    Postings.capture(capture, at.toEpochMilli()).forEach(changes::add);
    try {
      database.transactions().change(changes);
    } catch (UnchangedException e) {
      // it was posted then
    } catch (SQLException e) {
      throw LedgerDatabase.failed(e);
    }
  }

  @Override
  public Optional<SettlementRow> findReceipt(String receiptId) throws LedgerException {
    return database.read(
        connection -> Rows.list(connection, "receipt_id = ?", receiptId).stream().findFirst());
  }

  @Override
  public List<RefundSlip> refund(RefundOrder order, Instant at)
      throws LedgerException, RefusedRefundException {
    try {
      Optional<String> before = database.read(it -> RefundRows.hash(it, order.refundId()));
      if (before.isPresent() && !before.get().equals(order.hash().hex())) {
        throw new RefusedRefundException(
            "refund %s was another one; a new refund needs a new id".formatted(order.refundId()));
      }
      if (before.isEmpty()) {
        database.write(connection -> insert(connection, order, at));
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedRefundException(String.valueOf(e.getMessage()));
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
    return database.read(
        connection -> {
          Optional<SettlementRow> row = settled(connection, key);
          return row.isPresent() ? RefundRows.slips(connection, row.get()) : List.of();
        });
  }

  @Override
  public Optional<PaidBill> findPaid(SettlementKey key) throws LedgerException {
    return database.read(
        connection -> {
          Optional<SettlementRow> row = settled(connection, key);
          return row.isPresent()
              ? Optional.of(RefundRows.paid(connection, row.get()))
              : Optional.empty();
        });
  }

  @Override
  public List<RefundDue> listRefundsDue() throws LedgerException {
    return database.read(RefundRows::due);
  }

  @Override
  public void wentBack(RefundDue due, Instant at) throws LedgerException {
    database.write(connection -> RefundRows.done(connection, due, at));
  }

  @Override
  public void dispute(Dispute dispute, Instant at) throws LedgerException {
    database.write(connection -> Disputes.insert(connection, dispute, at));
  }

  @Override
  public List<Dispute> listOpenDisputes() throws LedgerException {
    return database.read(Disputes::open);
  }

  @Override
  public boolean decide(String disputeId, boolean granted, String staff, Instant at)
      throws LedgerException {
    return database.write(
        connection -> Disputes.decide(connection, disputeId, granted, staff, at) == 1);
  }

  @Override
  public void close() {
    database.transactions().close();
  }

  private static List<Change> insert(Intent intent) {
    SettlementKey key = intent.key();
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.must(
            "a later attempt than %s came before".formatted(key),
            """
            INSERT INTO settlement (trip_id, attempt, cart_id, request_hash, bill_digest, state,
              currency, total_minor, intended_at, tax_included, deposits_minor, notes)
            SELECT ?, ?, ?, ?, ?, 'INTENDED', ?, ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM settlement WHERE trip_id = ? AND attempt > ?)
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
            String.join(" ", intent.plan().notes()),
            key.tripId(),
            key.attempt()));
    changes.addAll(Plans.insert(key, intent.plan()));
    changes.addAll(Rows.insertLines(key, intent.lines()));
    return changes;
  }

  private static Change decide(
      SettlementKey key, Optional<String> receiptId, byte[] reply, long at) {
    return Change.must(
        "%s is not to be decided".formatted(key),
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
  }

  private Stream<Change> payable(Receipt receipt, int place, long at) {
    ReceiptTender tender = receipt.tenders().get(place);
    return Stream.concat(
        Postings.authorised(receipt, tender, at), Stream.of(claims.payable(receipt, place, at)));
  }

  private static Stream<Change> uncollected(Receipt receipt, int place, long at) {
    return Postings.uncollected(receipt, receipt.tenders().get(place), at);
  }
}
