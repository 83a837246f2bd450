package pannier.gate.till;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * Cash as a means of payment: an order waits until a member of staff says that they have the money.
 * It keeps its own book, apart from the ledger.
 */
public final class Till implements PaymentProvider {
  private static final Book BOOK = Book.of("till", Till.class, "till-1.sql");

  private final Transactions book;
  private final InstantSource clock;

  private Till(Transactions book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static Till open(Path file, InstantSource clock) throws IOException {
    return new Till(BOOK.open(file), clock);
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static Till open(Shelf shelf, InstantSource clock) throws IOException {
    return new Till(shelf.open(BOOK), clock);
  }

  /**
   * Something for staff to do.
   *
   * @param key of the payment, or of the refund
   * @param asked the shopper pays; otherwise money is handed out
   * @param at since when
   */
  public record Task(String key, boolean asked, long amountMinor, Instant at) {}

  /** What is to be taken or handed out, oldest first. */
  public List<Task> tasks() throws IOException {
    return ask(
        connection ->
            Sql.list(
                connection,
                """
                SELECT key, CASE state WHEN 'ASKED' THEN 1 ELSE 0 END, amount_minor, at FROM payment
                  WHERE state IN ('ASKED', 'OWED')
                UNION ALL SELECT refund_key, 0, amount_minor, at FROM refund WHERE staff = ''
                ORDER BY 4, 1
                """,
                row ->
                    new Task(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getLong(3),
                        Instant.ofEpochMilli(row.getLong(4)))));
  }

  /**
   * Staff have the money, or will not take it.
   *
   * @return false if nothing was awaited under the key
   */
  public boolean paid(String key, boolean taken, String staff) throws IOException {
    return ask(
            connection ->
                Sql.change(
                    connection,
                    "UPDATE payment SET state = ?, staff = ?, at = ? WHERE key = ? AND state = 'ASKED'",
                    taken ? "TAKEN" : "REFUSED",
                    staff,
                    clock.millis(),
                    key))
        == 1;
  }

  /**
   * Staff have handed the money out.
   *
   * @return false if nothing was owed under the key
   */
  public boolean handedOut(String key, String staff) throws IOException {
    return ask(
            connection ->
                Sql.change(
                        connection,
                        "UPDATE payment SET state = 'RETURNED', staff = ?, at = ?"
                            + " WHERE key = ? AND state = 'OWED'",
                        staff,
                        clock.millis(),
                        key)
                    + Sql.change(
                        connection,
                        "UPDATE refund SET staff = ?, at = ? WHERE refund_key = ? AND staff = ''",
                        staff,
                        clock.millis(),
                        key))
        == 1;
  }

  @Override
  public Set<String> tenderKinds() {
    return Set.of("cash");
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    Row row =
        ask(
            connection -> {
              Sql.change(
                  connection,
                  "INSERT INTO payment (key, state, amount_minor, currency, at)"
                      + " VALUES (?, 'ASKED', ?, ?, ?) ON CONFLICT DO NOTHING",
                  order.key(),
                  order.amountMinor(),
                  order.currency(),
                  clock.millis());
              return row(connection, order.key());
            });
    boolean same = row.amountMinor == order.amountMinor() && row.currency.equals(order.currency());
    if (!same && !row.state.equals("CANCELLED")) {
      throw new IllegalArgumentException(
          "%s: found %d %s; expected %d %s"
              .formatted(
                  order.key(),
                  order.amountMinor(),
                  order.currency(),
                  row.amountMinor,
                  row.currency));
    }
    return row.answer(order.key()).orElseThrow(() -> new CashAwaitedException(order.key()));
  }

  /** What is only awaited is not known yet. */
  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    try {
      return book.query(connection -> find(connection, key)).flatMap(row -> row.answer(key));
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Nobody is sent back to the till for more. */
  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    Row row = ask(connection -> required(connection, key, "TAKEN"));
    if (amountMinor < row.amountMinor) {
      throw new IllegalArgumentException(
          "%s: found %d; expected %d or more".formatted(key, amountMinor, row.amountMinor));
    }
    return amountMinor == row.amountMinor
        ? new Authorisation.Authorised("till " + key)
        : new Authorisation.Refused("cash-not-raised");
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    ask(connection -> capture(connection, key, amountMinor));
  }

  private static int capture(Connection connection, String key, long amountMinor)
      throws SQLException {
    Optional<Row> row = find(connection, key);
    if (row.filter(it -> it.state.equals("CAPTURED") && it.takenMinor == amountMinor).isPresent()) {
      return 0;
    }
    Row taken = required(connection, key, "TAKEN");
    if (amountMinor < 1 || amountMinor > taken.amountMinor) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, taken.amountMinor));
    }
    return Sql.change(
        connection,
        "UPDATE payment SET state = 'CAPTURED', taken_minor = ? WHERE key = ?",
        amountMinor,
        key);
  }

  /** What was taken already is to be handed out again. */
  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    ask(connection -> cancel(connection, key));
  }

  private int cancel(Connection connection, String key) throws SQLException {
    String state = find(connection, key).map(Row::state).orElse("UNKNOWN");
    return switch (state) {
      case "CANCELLED", "REFUSED", "OWED", "RETURNED" -> 0;
      case "ASKED" ->
          Sql.change(connection, "UPDATE payment SET state = 'CANCELLED' WHERE key = ?", key);
      case "TAKEN" ->
          Sql.change(connection, "UPDATE payment SET state = 'OWED' WHERE key = ?", key);
      case "UNKNOWN" ->
          Sql.change(
              connection,
              "INSERT INTO payment (key, state, amount_minor, currency, at)"
                  + " VALUES (?, 'CANCELLED', 0, '', ?) ON CONFLICT DO NOTHING",
              key,
              clock.millis());
      default -> throw new IllegalStateException(key + " is " + state);
    };
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    ask(connection -> refund(connection, key, refundKey, amountMinor));
  }

  private int refund(Connection connection, String key, String refundKey, long amountMinor)
      throws SQLException {
    Row row = required(connection, key, "CAPTURED");
    long before =
        Sql.one(
                connection,
                "SELECT coalesce(sum(amount_minor), 0) FROM refund"
                    + " WHERE key = ? AND refund_key <> ?",
                it -> it.getLong(1),
                key,
                refundKey)
            .orElse(0L);
    if (amountMinor < 1 || amountMinor > row.takenMinor - before) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, row.takenMinor - before));
    }
    return Sql.change(
        connection,
        "INSERT INTO refund (refund_key, key, amount_minor, at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        refundKey,
        key,
        amountMinor,
        clock.millis());
  }

  @Override
  public void close() {
    book.close();
  }

  private record Row(String state, long amountMinor, long takenMinor, String currency) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4));
    }

    /** Empty while the money is awaited. */
    Optional<Authorisation> answer(String key) {
      return switch (state) {
        case "ASKED" -> Optional.empty();
        case "TAKEN", "CAPTURED" -> Optional.of(new Authorisation.Authorised("till " + key));
        case "REFUSED" -> Optional.of(new Authorisation.Refused("cash-refused"));
        default -> Optional.of(new Authorisation.Refused("voided"));
      };
    }
  }

  private static Optional<Row> find(Connection connection, String key) throws SQLException {
    return Sql.one(
        connection,
        "SELECT state, amount_minor, taken_minor, currency FROM payment WHERE key = ?",
        Row::read,
        key);
  }

  private static Row row(Connection connection, String key) throws SQLException {
    return find(connection, key).orElseThrow(() -> new SQLException("no row for " + key));
  }

  private static Row required(Connection connection, String key, String state) throws SQLException {
    Optional<Row> row = find(connection, key);
    return row.filter(it -> it.state.equals(state))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is %s".formatted(key, row.map(Row::state).orElse("UNKNOWN"))));
  }

  private <T> T ask(Transactions.Work<T> work) throws ProviderUnreachableException {
    try {
      return book.transaction(work);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private static ProviderUnreachableException unreachable(SQLException e) {
    return new ProviderUnreachableException("the till's book: " + e.getMessage(), e);
  }
}
