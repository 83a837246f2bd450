package pannier.gate.stripe;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** Keys and their PaymentIntents, in one durable file. */
final class StripeBook implements AutoCloseable {
  private static final Book BOOK = Book.of("stripe", StripeBook.class, "stripe-1.sql");

  private final Transactions database;

  private StripeBook(Transactions database) {
    this.database = database;
  }

  static StripeBook open(Path file) throws IOException {
    return new StripeBook(BOOK.open(file));
  }

  static StripeBook open(Shelf shelf) throws IOException {
    return new StripeBook(shelf.open(BOOK));
  }

  Optional<StripeRow> find(String key) throws ProviderUnreachableException {
    return ask(
        connection ->
            Sql.one(
                connection,
                "SELECT * FROM payment WHERE key = ?",
                row ->
                    new StripeRow(
                        row.getString("intent_id"),
                        row.getString("state"),
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        row.getLong("reserved_minor"),
                        row.getLong("captured_minor"),
                        row.getString("reason")),
                key));
  }

  void put(String key, StripeRow row) throws ProviderUnreachableException {
    ask(
        connection ->
            Sql.change(
                connection,
                """
                INSERT INTO payment (key, intent_id, state, amount_minor, currency, reserved_minor,
                  captured_minor, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET intent_id = excluded.intent_id,
                  state = excluded.state, amount_minor = excluded.amount_minor,
                  currency = excluded.currency, reserved_minor = excluded.reserved_minor,
                  captured_minor = excluded.captured_minor, reason = excluded.reason
                """,
                key,
                row.intentId(),
                row.state(),
                row.amountMinor(),
                row.currency(),
                row.reservedMinor(),
                row.capturedMinor(),
                row.reason()));
  }

  /** Whether a refund was made, and of how much in all under a key. */
  record Refunds(boolean known, long sumMinor) {}

  Refunds refunds(String key, String refundKey) throws ProviderUnreachableException {
    return ask(
        connection ->
            Sql.one(
                    connection,
                    "SELECT coalesce(max(CASE WHEN refund_key = ? THEN 1 ELSE 0 END), 0),"
                        + " coalesce(sum(amount_minor), 0)"
                        + " FROM refund WHERE key = ?",
                    row -> new Refunds(row.getBoolean(1), row.getLong(2)),
                    refundKey,
                    key)
                .orElseThrow());
  }

  void refunded(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    ask(
        connection ->
            Sql.change(
                connection,
                "INSERT INTO refund (refund_key, key, amount_minor) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                refundKey,
                key,
                amountMinor));
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T ask(Transactions.Work<T> work) throws ProviderUnreachableException {
    try {
      return database.transaction(work);
    } catch (SQLException e) {
      throw new ProviderUnreachableException("the book of Stripe's keys: " + e.getMessage(), e);
    }
  }
}
