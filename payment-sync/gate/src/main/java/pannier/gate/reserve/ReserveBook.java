package pannier.gate.reserve;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** Which card is reserved for which trip, and which payment goes by it. Safe for many threads. */
final class ReserveBook implements AutoCloseable {
  private static final Book BOOK = Book.of("reserve", ReserveBook.class, "reserve-1.sql");
  private static final String COLUMNS = "trip_id, cart_id, token, state, amount_minor, at";

  private final Transactions book;
  private final InstantSource clock;

  private ReserveBook(Transactions book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  static ReserveBook open(Path file, InstantSource clock) throws IOException {
    return new ReserveBook(BOOK.open(file), clock);
  }

  static ReserveBook open(Shelf shelf, InstantSource clock) throws IOException {
    return new ReserveBook(shelf.open(BOOK), clock);
  }

  /**
   * @param atMillis when it was made
   */
  record Reservation(
      String tripId, String cartId, String token, String state, long amountMinor, long atMillis) {
    static Reservation read(ResultSet row) throws SQLException {
      return new Reservation(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getLong(5),
          row.getLong(6));
    }

    /** What the provider knows it by. */
    String key() {
      return "reserve " + tripId;
    }

    boolean open() {
      return state.equals("OPEN");
    }
  }

  Optional<Reservation> find(String tripId) throws ProviderUnreachableException {
    String sql = "SELECT " + COLUMNS + " FROM reservation WHERE trip_id = ?";
    return list(sql, Reservation::read, tripId).stream().findFirst();
  }

  /** Those of a cart that no payment goes by, and that are open. */
  List<Reservation> unused(String cartId) throws ProviderUnreachableException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM reservation WHERE cart_id = ? AND state = 'OPEN' AND NOT EXISTS"
            + " (SELECT 1 FROM used WHERE used.trip_id = reservation.trip_id AND live = 1)";
    return list(sql, Reservation::read, cartId);
  }

  void made(Reservation fresh) throws ProviderUnreachableException {
    change(
        "INSERT INTO reservation ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        fresh.tripId,
        fresh.cartId,
        fresh.token,
        fresh.state,
        fresh.amountMinor,
        clock.millis());
  }

  void raised(String tripId, long amountMinor) throws ProviderUnreachableException {
    change("UPDATE reservation SET amount_minor = ? WHERE trip_id = ?", amountMinor, tripId);
  }

  void ended(String tripId, String state) throws ProviderUnreachableException {
    change("UPDATE reservation SET state = ? WHERE trip_id = ?", state, tripId);
  }

  /**
   * A payment goes by the trip's reservation from now on.
   *
   * @return false if another one does
   */
  boolean use(String key, String tripId) throws ProviderUnreachableException {
    return ask(
            connection ->
                Sql.change(
                    connection,
                    "INSERT INTO used (key, trip_id, live) VALUES (?, ?, 1) ON CONFLICT DO NOTHING",
                    key,
                    tripId))
        == 1;
  }

  void unuse(String key) throws ProviderUnreachableException {
    change("UPDATE used SET live = 0 WHERE key = ?", key);
  }

  /**
   * @param live it still goes by it
   */
  record Use(Reservation by, boolean live) {}

  Optional<Use> findUse(String key) throws ProviderUnreachableException {
    String sql =
        "SELECT reservation.trip_id, cart_id, token, state, amount_minor, at, live"
            + " FROM used JOIN reservation ON reservation.trip_id = used.trip_id WHERE key = ?";
    return list(sql, row -> new Use(Reservation.read(row), row.getBoolean(7)), key).stream()
        .findFirst();
  }

  private void change(String sql, Object... values) throws ProviderUnreachableException {
    ask(connection -> Sql.change(connection, sql, values));
  }

  private <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
      throws ProviderUnreachableException {
    try {
      return book.list(sql, fromRow, values);
    } catch (SQLException e) {
      throw new ProviderUnreachableException("reservations: " + e.getMessage(), e);
    }
  }

  private <T> T ask(Transactions.Work<T> work) throws ProviderUnreachableException {
    try {
      return book.transaction(work);
    } catch (SQLException e) {
      throw new ProviderUnreachableException("reservations: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    book.close();
  }
}
