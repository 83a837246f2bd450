package pannier.gate.stripe;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;

/** Keys and their PaymentIntents, in one durable file. */
final class StripeBook implements AutoCloseable {
  private static final Schema SCHEMA = Schema.of(StripeBook.class, "stripe-1.sql");

  private final Database database;

  private StripeBook(Database database) {
    this.database = database;
  }

  static StripeBook open(Path file) throws IOException {
    return new StripeBook(Database.open(file, SCHEMA));
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
                "INSERT OR REPLACE INTO payment VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
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
                    "SELECT coalesce(max(refund_key = ?), 0), coalesce(sum(amount_minor), 0)"
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
                "INSERT INTO refund VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
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
