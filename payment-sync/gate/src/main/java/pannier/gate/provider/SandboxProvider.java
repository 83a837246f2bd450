package pannier.gate.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * A provider that moves no money. It keeps its own book on disk, apart from the ledger, so that the
 * two can be compared. The token decides: {@code sandbox-ok} pays, {@code sandbox-limit-500} pays
 * up to 500 minor units or refuses, {@code sandbox-partial-500} reserves up to 500 of whatever is
 * asked, {@code sandbox-refuse-REASON} refuses with that reason, others are unknown. {@link
 * Trouble} tells what may be added to any of them.
 */
public final class SandboxProvider implements PaymentProvider {
  private static final Set<String> KINDS =
      Set.of("snap", "ebt_cash", "gift", "credit", "card", "cash");

  private static final Book BOOK =
      Book.of("sandbox", SandboxProvider.class, "sandbox-1.sql", "sandbox-2.sql", "sandbox-3.sql");

  private final Transactions book;
  private final Trouble trouble = new Trouble();

  private SandboxProvider(Transactions book) {
    this.book = book;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static SandboxProvider open(Path file) throws IOException {
    return new SandboxProvider(BOOK.open(file));
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static SandboxProvider open(Shelf shelf) throws IOException {
    return new SandboxProvider(shelf.open(BOOK));
  }

  /** One row of the book: what is reserved, or was taken, under a key. */
  public record Entry(String key, String state, long amountMinor, String currency) {}

  /** The whole book, in order of keys. */
  public List<Entry> entries() throws ProviderUnreachableException {
    return ask(
        connection ->
            Sql.list(
                connection,
                """
                SELECT key, state, amount_minor, reserved_minor, captured_minor, currency
                FROM payment ORDER BY key
                """,
                row -> {
                  String state = row.getString(2);
                  long amount =
                      switch (state) {
                        case "AUTHORISED" -> row.getLong(4);
                        case "CAPTURED" -> row.getLong(5);
                        default -> row.getLong(3);
                      };
                  return new Entry(row.getString(1), state, amount, row.getString(6));
                }));
  }

  /** What went back under a key, in all. */
  public long refunded(String key) throws ProviderUnreachableException {
    return ask(connection -> SandboxRow.refunded(connection, key));
  }

  @Override
  public Set<String> tenderKinds() {
    return KINDS;
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    trouble.before(order);
    ask(() -> book.change(List.of(SandboxRow.decided(order).insert(order.key()))));
    Authorisation answer = look(order.key()).orElseThrow().answerTo(order);
    trouble.after(order);
    return answer;
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    return look(key).map(SandboxRow::answer);
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    return ask(
        connection -> {
          SandboxRow row = required(connection, key, "AUTHORISED");
          if (amountMinor < row.reservedMinor()) {
            throw new IllegalArgumentException(
                "%s: found %d; expected %d or more"
                    .formatted(key, amountMinor, row.reservedMinor()));
          }
          if (amountMinor > row.limitMinor()) {
            return new Authorisation.Refused(SandboxRow.TOO_LITTLE);
          }
          Sql.change(
              connection,
              "UPDATE payment SET reserved_minor = ?, amount_minor = ? WHERE key = ?",
              amountMinor,
              amountMinor,
              key);
          return SandboxRow.get(connection, key).answer();
        });
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    boolean taken = amountMinor > 0 && ask(() -> taken(key, amountMinor));
    if (!taken) {
      ask(connection -> capture(connection, key, amountMinor));
    }
  }

  /** What is mostly so: it is authorised, and nothing was taken. */
  private boolean taken(String key, long amountMinor) throws SQLException {
    Change take =
        Change.of(
            """
            UPDATE payment SET state = 'CAPTURED', captured_minor = ?
            WHERE key = ? AND state = 'AUTHORISED' AND reserved_minor >= ?
            """,
            amountMinor,
            key,
            amountMinor);
    return book.change(List.of(take)).getFirst() == 1;
  }

  private static int capture(Connection connection, String key, long amountMinor)
      throws SQLException {
    SandboxRow row = SandboxRow.find(connection, key).orElse(SandboxRow.UNKNOWN);
    if (row.state().equals("CAPTURED") && row.capturedMinor() == amountMinor) {
      return 0;
    }
    SandboxRow authorised = required(connection, key, "AUTHORISED");
    if (amountMinor < 1 || amountMinor > authorised.reservedMinor()) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, authorised.reservedMinor()));
    }
    return Sql.change(
        connection,
        "UPDATE payment SET state = 'CAPTURED', captured_minor = ? WHERE key = ?",
        amountMinor,
        key);
  }

  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    ask(
        connection -> {
          String state = SandboxRow.find(connection, key).orElse(SandboxRow.UNKNOWN).state();
          return switch (state) {
            case "CANCELLED", "REFUSED" -> 0;
            case "AUTHORISED" ->
                Sql.change(
                    connection,
                    "UPDATE payment SET state = 'CANCELLED', reason = ? WHERE key = ?",
                    SandboxRow.VOIDED,
                    key);
            case "UNKNOWN" -> Sql.change(connection, SandboxRow.tombstone().insert(key));
            default -> throw new IllegalStateException(key + " is " + state);
          };
        });
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    ask(connection -> refund(connection, key, refundKey, amountMinor));
  }

  private static int refund(Connection connection, String key, String refundKey, long amountMinor)
      throws SQLException {
    SandboxRow row = required(connection, key, "CAPTURED");
    if (SandboxRow.refundKnown(connection, refundKey)) {
      return 0;
    }
    long left = row.capturedMinor() - SandboxRow.refunded(connection, key);
    if (amountMinor < 1 || amountMinor > left) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, left));
    }
    return Sql.change(
        connection,
        "INSERT INTO refund (refund_key, key, amount_minor) VALUES (?, ?, ?)",
        refundKey,
        key,
        amountMinor);
  }

  @Override
  public void close() {
    book.close();
  }

  private static SandboxRow required(Connection connection, String key, String state)
      throws SQLException {
    SandboxRow row = SandboxRow.find(connection, key).orElse(SandboxRow.UNKNOWN);
    if (!row.state().equals(state)) {
      throw new IllegalStateException("%s is %s".formatted(key, row.state()));
    }
    return row;
  }

  private Optional<SandboxRow> look(String key) throws ProviderUnreachableException {
    return ask(() -> SandboxRow.find(book, key));
  }

  private <T> T ask(Transactions.Work<T> work) throws ProviderUnreachableException {
    return ask(() -> book.transaction(work));
  }

  /** A question to the book. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private static <T> T ask(Question<T> question) throws ProviderUnreachableException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new ProviderUnreachableException("the sandbox's book: " + e.getMessage(), e);
    }
  }
}
