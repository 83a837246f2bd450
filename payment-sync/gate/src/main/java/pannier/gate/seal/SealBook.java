package pannier.gate.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** The seals that bills carried. Safe for use by many threads. */
public final class SealBook implements AutoCloseable {
  private static final Book BOOK = Book.of("seals", SealBook.class, "seal-1.sql");

  private static final String LAST =
      "SELECT calibration, configuration, head FROM seal WHERE cart_id = ? ORDER BY number DESC LIMIT 1";

  private final Transactions book;
  private final InstantSource clock;

  private SealBook(Transactions book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static SealBook open(Shelf shelf, InstantSource clock) throws IOException {
    return new SealBook(shelf.open(BOOK), clock);
  }

  /** The same in files of one gate's {@code folder}. */
  public static SealBook open(Path folder, InstantSource clock) throws IOException {
    return open(new Shelf.InFolder(folder), clock);
  }

  /**
   * Compares a bill's seal with the cart's last one, and keeps it where it follows.
   *
   * @return what is wrong with it; empty if it follows, or nobody can know just now
   */
  public Optional<String> breach(String cartId, String tripId, List<String> flags) {
    Optional<Seal> found = Seal.among(flags);
    try {
      Optional<Seal> known = last(cartId);
      if (known.isEmpty() ? found.isEmpty() : found.equals(known)) {
        return Optional.empty();
      }
      return book.transaction(it -> compare(it, cartId, tripId, found));
    } catch (SQLException e) {
      Logger.warn("seals: {}", e.getMessage()); // a sale does not wait for this book
      return Optional.empty();
    }
  }

  /** The last seal that a cart's bills carried. */
  Optional<Seal> last(String cartId) throws SQLException {
    return book.list(LAST, SealBook::seal, cartId).stream().findFirst();
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(row.getInt(1), row.getInt(2), row.getString(3));
  }

  private Optional<String> compare(
      Connection connection, String cartId, String tripId, Optional<Seal> found)
      throws SQLException {
    Optional<Seal> known = Sql.one(connection, LAST, SealBook::seal, cartId);
    if (found.isPresent() && (known.isEmpty() || found.get().follows(known.get()))) {
      Seal seal = found.get();
      Sql.change(
          connection,
          "INSERT INTO seal (cart_id, calibration, configuration, head, trip_id, at)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          cartId,
          seal.calibration(),
          seal.configuration(),
          seal.head(),
          tripId,
          clock.millis());
      return Optional.empty();
    }
    String has = found.map(Seal::toString).orElse("none");
    String had = known.map(Seal::toString).orElse("none");
    Sql.change(
        connection,
        "INSERT INTO breach (cart_id, trip_id, found, known, at) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (trip_id, found) DO NOTHING",
        cartId,
        tripId,
        has,
        had,
        clock.millis());
    return Optional.of("found %s; expected one that follows %s".formatted(has, had));
  }

  @Override
  public void close() {
    book.close();
  }
}
