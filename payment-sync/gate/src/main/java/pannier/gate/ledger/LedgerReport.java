package pannier.gate.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Drawing;
import pannier.gate.audit.Tally;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;

/** Reads a ledger, also while a gate writes it. Close it after use. */
public final class LedgerReport implements AutoCloseable {
  private final Transactions database;

  private LedgerReport(Transactions database) {
    this.database = database;
  }

  /**
   * @throws IOException if there is no ledger at {@code file}
   */
  public static LedgerReport open(Path file) throws IOException {
    return new LedgerReport(Database.read(file));
  }

  /** On a server; it connects when it is asked something. */
  public static LedgerReport open(PostgresUrl url) {
    return new LedgerReport(PostgresDatabase.of(url, new SplittableRandom()));
  }

  /** Every attempt of every trip, whatever became of it, by trip and attempt. */
  public List<SettlementRow> settlements() throws LedgerException {
    return read(connection -> Rows.list(connection, "TRUE"));
  }

  /** Every attempt without its lines and plan, which is quick. */
  public List<SettlementRow> heads() throws LedgerException {
    return read(Rows::heads);
  }

  /** Every attempt that was begun in a stretch of time, by trip and attempt. */
  public List<SettlementRow> settlements(Instant from, Instant to) throws LedgerException {
    return read(
        connection ->
            Rows.list(
                connection,
                "intended_at >= ? AND intended_at < ?",
                from.toEpochMilli(),
                to.toEpochMilli()));
  }

  /** A receipt, as its cart got it. */
  public Optional<Receipt> findReceipt(String receiptId) throws IOException {
    Optional<EncodedReply> reply =
        read(connection -> Rows.list(connection, "receipt_id = ?", receiptId)).stream()
            .findFirst()
            .flatMap(SettlementRow::reply);
    return reply.isPresent()
            && SettlementCodec.decodeReply(reply.get().bytes()) instanceof Receipt receipt
        ? Optional.of(receipt)
        : Optional.empty();
  }

  /** The receipt of a trip, if it is paid. */
  public Optional<String> findReceiptOf(String tripId) throws LedgerException {
    return read(
        connection ->
            Sql.one(
                connection,
                "SELECT receipt_id FROM settlement WHERE trip_id = ? AND receipt_id IS NOT NULL",
                row -> row.getString(1),
                tripId));
  }

  /** Every account's balance in minor units, debits less credits; together they are zero. */
  public Map<String, Long> balances() throws LedgerException {
    String sql =
        """
        SELECT account, sum(amount) FROM (
          SELECT debit AS account, amount_minor AS amount FROM posting
          UNION ALL SELECT credit, -amount_minor FROM posting) AS moved
        GROUP BY account ORDER BY account
        """;
    return read(
        connection -> {
          Map<String, Long> balances = new LinkedHashMap<>();
          Sql.list(connection, sql, row -> balances.put(row.getString(1), row.getLong(2)));
          return balances;
        });
  }

  /**
   * A stretch of time in sums.
   *
   * @param attempts that were begun in it, by what became of them
   * @param accountsMinor what was posted in it, debits less credits, by account
   */
  public record Day(Map<String, Long> attempts, Map<String, Long> accountsMinor) {}

  /** What happened from one instant to before another. */
  public Day day(Instant from, Instant to) throws LedgerException {
    String states =
        """
        SELECT state, count(*) FROM settlement WHERE intended_at >= ? AND intended_at < ?
        GROUP BY state ORDER BY state
        """;
    String moved =
        """
        SELECT account, sum(amount) FROM (
          SELECT debit AS account, amount_minor AS amount FROM posting
          WHERE posted_at >= ? AND posted_at < ?
          UNION ALL SELECT credit, -amount_minor FROM posting
          WHERE posted_at >= ? AND posted_at < ?) AS moved
        GROUP BY account ORDER BY account
        """;
    long first = from.toEpochMilli();
    long last = to.toEpochMilli();
    return read(
        connection -> {
          Map<String, Long> attempts = new LinkedHashMap<>();
          Sql.list(
              connection,
              states,
              row ->
                  attempts.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2)) == null,
              first,
              last);
          Map<String, Long> accounts = new LinkedHashMap<>();
          Sql.list(
              connection,
              moved,
              row -> accounts.put(row.getString(1), row.getLong(2)) == null,
              first,
              last,
              first,
              last);
          return new Day(attempts, accounts);
        });
  }

  /** What was promised back to shoppers in a stretch of time, in minor units. */
  public long refundedMinor(Instant from, Instant to) throws LedgerException {
    String sql =
        """
        SELECT coalesce(sum(amount_minor), 0) FROM posting
        WHERE credit LIKE 'owed/%' AND posted_at >= ? AND posted_at < ?
        """;
    return read(
        connection ->
            Sql.one(connection, sql, row -> row.getLong(1), from.toEpochMilli(), to.toEpochMilli())
                .orElse(0L));
  }

  /** A bill that is not paid before staff have looked. */
  public record AwaitedCheck(Draw draw, String cartId, long totalMinor, Instant at) {}

  /** What staff are to look into, oldest first. */
  public List<AwaitedCheck> awaitedChecks() throws LedgerException {
    return read(
        connection -> {
          List<AwaitedCheck> awaited = new ArrayList<>();
          String waiting = "drawn = 1 AND ended_by IS NULL";
          for (Drawing.Checked one : CheckRows.list(connection, waiting)) {
            Rows.list(
                    connection,
                    "trip_id = ? AND attempt = ? AND state = 'INTENDED' AND giving_up IS NULL",
                    one.draw().key().tripId(),
                    one.draw().key().attempt())
                .stream()
                .map(SettlementRow::intent)
                .map(it -> new AwaitedCheck(one.draw(), it.cartId(), it.totalMinor(), it.at()))
                .forEach(awaited::add);
          }
          awaited.sort(Comparator.comparing(AwaitedCheck::at));
          return awaited;
        });
  }

  /** What drawn checks found that ended in a stretch of time, in the order of their trips. */
  public List<Drawing.Checked> endedChecks(Instant from, Instant to) throws LedgerException {
    return read(
        connection ->
            CheckRows.list(
                connection,
                "ended_by IS NOT NULL AND ended_at >= ? AND ended_at < ?",
                from.toEpochMilli(),
                to.toEpochMilli()));
  }

  /** What all drawn checks found, by sign. */
  public Tally tally() throws LedgerException {
    return read(CheckRows::tally);
  }

  /** How many captures are still to be made. */
  public long due() throws LedgerException {
    String sql = "SELECT count(*) FROM outbox WHERE done_at IS NULL";
    return read(connection -> Sql.one(connection, sql, row -> row.getLong(1)).orElse(0L));
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T read(Transactions.Work<T> work) throws LedgerException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw new LedgerException("ledger: " + e.getMessage(), e);
    }
  }
}
