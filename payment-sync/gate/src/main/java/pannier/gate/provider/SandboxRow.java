package pannier.gate.provider;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * A payment as it stands in the sandbox's book.
 *
 * @param amountMinor what was asked for
 * @param limitMinor what the token pays at most
 */
record SandboxRow(
    String state,
    long amountMinor,
    long reservedMinor,
    long limitMinor,
    long capturedMinor,
    String currency,
    String reference,
    String reason) {
  static final String TOO_LITTLE = "insufficient-funds";

  /** The reason under a key that was given up. */
  static final String VOIDED = "voided";

  static final SandboxRow UNKNOWN = row("UNKNOWN", 0, 0, 0, "", "");

  private static final String PAYS = "sandbox-ok";
  private static final String LIMIT = "sandbox-limit-";
  private static final String PARTIAL = "sandbox-partial-";
  private static final String REFUSES = "sandbox-refuse-";

  static SandboxRow tombstone() {
    return row("CANCELLED", 0, 0, 0, "", VOIDED);
  }

  /** What becomes of a new order. */
  static SandboxRow decided(PaymentOrder order) {
    if (order.means().pin().filter(SandboxPinPad::isWrong).isPresent()) {
      return refused(order, "wrong-pin");
    }
    String token = Trouble.means(order.token());
    long asked = order.amountMinor();
    if (token.equals(PAYS)) {
      return authorised(order, asked, Long.MAX_VALUE);
    }
    if (token.startsWith(REFUSES)) {
      return refused(order, token.substring(REFUSES.length()));
    }
    boolean partial = token.startsWith(PARTIAL);
    Optional<Long> limit = amount(token, partial ? PARTIAL : LIMIT);
    if (limit.isEmpty()) {
      return refused(order, "unknown-token");
    }
    long may = limit.get();
    return may < 1 || (asked > may && !partial)
        ? refused(order, TOO_LITTLE)
        : authorised(order, Math.min(asked, may), may);
  }

  Authorisation answer() {
    return switch (state) {
      case "AUTHORISED", "CAPTURED" ->
          reservedMinor < amountMinor
              ? new Authorisation.Partial(reference, reservedMinor)
              : new Authorisation.Authorised(reference);
      default -> new Authorisation.Refused(reason);
    };
  }

  Authorisation answerTo(PaymentOrder order) {
    boolean same = amountMinor == order.amountMinor() && currency.equals(order.currency());
    if (!same && !state.equals("CANCELLED")) {
      throw new IllegalArgumentException(
          "%s: found %d %s; expected %d %s"
              .formatted(
                  order.key(), order.amountMinor(), order.currency(), amountMinor, currency));
    }
    return answer();
  }

  private static final String FIND =
      """
      SELECT state, amount_minor, reserved_minor, limit_minor, captured_minor, currency,
        reference, reason FROM payment WHERE key = ?
      """;

  static Optional<SandboxRow> find(Connection connection, String key) throws SQLException {
    return Sql.one(connection, FIND, SandboxRow::read, key);
  }

  static Optional<SandboxRow> find(Transactions book, String key) throws SQLException {
    return book.list(FIND, SandboxRow::read, key).stream().findFirst();
  }

  private static SandboxRow read(ResultSet row) throws SQLException {
    return new SandboxRow(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  static SandboxRow get(Connection connection, String key) throws SQLException {
    return find(connection, key).orElseThrow(() -> new SQLException("no row for " + key));
  }

  /** Unless the key is known. References count up, as a provider's would: the book makes them. */
  Change insert(String key) {
    return Change.of(
        """
        INSERT INTO payment (key, state, amount_minor, reserved_minor, limit_minor, currency,
          reference, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
        """,
        key,
        state,
        amountMinor,
        reservedMinor,
        limitMinor,
        currency,
        key,
        reason);
  }

  static long refunded(Connection connection, String key) throws SQLException {
    String sql = "SELECT coalesce(sum(amount_minor), 0) FROM refund WHERE key = ?";
    return Sql.one(connection, sql, row -> row.getLong(1), key).orElse(0L);
  }

  static boolean refundKnown(Connection connection, String refundKey) throws SQLException {
    String sql = "SELECT 1 FROM refund WHERE refund_key = ?";
    return Sql.one(connection, sql, row -> row.getInt(1), refundKey).isPresent();
  }

  private static SandboxRow authorised(PaymentOrder order, long reserved, long limit) {
    return row("AUTHORISED", order.amountMinor(), reserved, limit, order.currency(), "");
  }

  private static SandboxRow refused(PaymentOrder order, String reason) {
    return row("REFUSED", order.amountMinor(), 0, 0, order.currency(), reason);
  }

  private static SandboxRow row(
      String state, long amount, long reserved, long limit, String currency, String reason) {
    return new SandboxRow(state, amount, reserved, limit, 0, currency, "", reason);
  }

  private static Optional<Long> amount(String token, String prefix) {
    try {
      return token.startsWith(prefix)
          ? Optional.of(Long.parseLong(token.substring(prefix.length())))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
