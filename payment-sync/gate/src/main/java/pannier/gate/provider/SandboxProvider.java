package pannier.gate.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;
import pannier.gate.sqlite.Sql;

/**
 * A provider that moves no money. It keeps its own book on disk, apart from the ledger, so that the
 * two can be compared. The token decides: {@code sandbox-ok} pays, {@code sandbox-limit-500} pays
 * up to 500 minor units, {@code sandbox-refuse-REASON} refuses with that reason, others are
 * unknown.
 */
public final class SandboxProvider implements PaymentProvider {
  private static final String PAYS = "sandbox-ok";
  private static final String LIMIT = "sandbox-limit-";
  private static final String REFUSES = "sandbox-refuse-";

  /** The reason under a key that was given up. */
  private static final String VOIDED = "voided";

  private static final Schema SCHEMA = Schema.of(SandboxProvider.class, "sandbox-1.sql");

  private final Database book;

  private SandboxProvider(Database book) {
    this.book = book;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static SandboxProvider open(Path file) throws IOException {
    return new SandboxProvider(Database.open(file, SCHEMA));
  }

  /** One row of the book. */
  public record Entry(String key, String state, long amountMinor, String currency) {}

  /** The whole book, in order of keys. */
  public List<Entry> entries() throws ProviderUnreachableException {
    return ask(
        connection ->
            Sql.list(
                connection,
                "SELECT key, state, amount_minor, currency FROM payment ORDER BY key",
                row ->
                    new Entry(
                        row.getString(1), row.getString(2), row.getLong(3), row.getString(4))));
  }

  @Override
  public String tenderKind() {
    return "card";
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    return ask(
        connection -> {
          Optional<Row> before = row(connection, order.key());
          if (before.isPresent()) {
            return before.get().answerTo(order);
          }
          Authorisation answer = decide(order);
          insert(connection, order, answer);
          return row(connection, order.key()).orElseThrow().answer();
        });
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    return ask(connection -> row(connection, key).map(Row::answer));
  }

  @Override
  public void capture(String key) throws ProviderUnreachableException {
    ask(
        connection -> {
          String state = row(connection, key).map(Row::state).orElse("UNKNOWN");
          return switch (state) {
            case "CAPTURED" -> 0;
            case "AUTHORISED" -> move(connection, key, "CAPTURED", "");
            default -> throw new IllegalStateException(key + " is " + state);
          };
        });
  }

  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    ask(
        connection -> {
          String state = row(connection, key).map(Row::state).orElse("UNKNOWN");
          return switch (state) {
            case "CANCELLED", "REFUSED" -> 0;
            case "AUTHORISED" -> move(connection, key, "CANCELLED", VOIDED);
            case "UNKNOWN" -> tombstone(connection, key);
            default -> throw new IllegalStateException(key + " is " + state);
          };
        });
  }

  @Override
  public void close() {
    book.close();
  }

  /** A payment as it stands in the book. */
  private record Row(
      String state, long amountMinor, String currency, String reference, String reason) {
    Authorisation answer() {
      return switch (state) {
        case "AUTHORISED", "CAPTURED" -> new Authorisation.Authorised(reference);
        default -> new Authorisation.Refused(reason);
      };
    }

    Authorisation answerTo(PaymentOrder order) {
      boolean same = amountMinor == order.amountMinor() && currency.equals(order.currency());
      if (!same && !state.equals("CANCELLED")) {
        throw new IllegalArgumentException("%s was for another amount before".formatted(order));
      }
      return answer();
    }
  }

  private static Authorisation decide(PaymentOrder order) {
    String token = order.token();
    if (token.startsWith(REFUSES)) {
      return new Authorisation.Refused(token.substring(REFUSES.length()));
    }
    if (token.matches(LIMIT + "\\d{1,15}")) {
      long limit = Long.parseLong(token.substring(LIMIT.length()));
      if (order.amountMinor() > limit) {
        return new Authorisation.Refused("insufficient-funds");
      }
    } else if (!token.equals(PAYS)) {
      return new Authorisation.Refused("unknown-token");
    }
    return new Authorisation.Authorised(order.key());
  }

  private static Optional<Row> row(Connection connection, String key) throws SQLException {
    return Sql.one(
        connection,
        "SELECT state, amount_minor, currency, reference, reason FROM payment WHERE key = ?",
        row ->
            new Row(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        key);
  }

  private static void insert(Connection connection, PaymentOrder order, Authorisation answer)
      throws SQLException {
    String state = answer instanceof Authorisation.Authorised ? "AUTHORISED" : "REFUSED";
    String reason = answer instanceof Authorisation.Refused refused ? refused.reason() : "";
    insert(connection, new Row(state, order.amountMinor(), order.currency(), order.key(), reason));
  }

  private static int tombstone(Connection connection, String key) throws SQLException {
    return insert(connection, new Row("CANCELLED", 0, "", key, VOIDED));
  }

  /** References count up, as a provider's would; the row's key comes in as its reference. */
  private static int insert(Connection connection, Row row) throws SQLException {
    return Sql.change(
        connection,
        """
        INSERT INTO payment (key, state, amount_minor, currency, reference, reason)
        VALUES (?, ?, ?, ?, 'sandbox-' || (SELECT count(*) + 1 FROM payment), ?)
        """,
        row.reference(),
        row.state(),
        row.amountMinor(),
        row.currency(),
        row.reason());
  }

  private static int move(Connection connection, String key, String state, String reason)
      throws SQLException {
    return Sql.change(
        connection, "UPDATE payment SET state = ?, reason = ? WHERE key = ?", state, reason, key);
  }

  private <T> T ask(Database.Work<T> work) throws ProviderUnreachableException {
    try {
      return book.transaction(work);
    } catch (SQLException e) {
      throw new ProviderUnreachableException("the sandbox's book: " + e.getMessage(), e);
    }
  }
}
