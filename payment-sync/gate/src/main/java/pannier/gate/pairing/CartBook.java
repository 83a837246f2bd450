package pannier.gate.pairing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Transactions;

/**
 * The book of carts, their keys and the codes that are out; {@code carts-1.sql} explains its
 * tables. Several gates, or processes, may have it open.
 */
public final class CartBook implements AutoCloseable {
  private static final Book BOOK = Book.of("carts", CartBook.class, "carts-1.sql");

  private final Transactions database;
  private final Version version;

  private CartBook(Transactions database, Version version) {
    this.database = database;
    this.version = version;
  }

  /** Opens the book at {@code file}, or begins one that only its owner may read. */
  public static CartBook open(Path file) throws IOException {
    return inFile(BOOK.open(file));
  }

  /**
   * Opens the book on {@code shelf}, or begins one.
   *
   * @param monotonicNanos a clock that never goes back
   */
  public static CartBook open(Shelf shelf, LongSupplier monotonicNanos) throws IOException {
    Transactions database = shelf.open(BOOK);
    return shelf.isShared()
        ? new CartBook(database, new Remembered(database, monotonicNanos))
        : inFile(database);
  }

  private static CartBook inFile(Transactions database) {
    String changes = "PRAGMA data_version";
    return new CartBook(database, () -> database.list(changes, row -> row.getLong(1)).getFirst());
  }

  /** Tells when somebody has written. */
  @FunctionalInterface
  private interface Version {
    long get() throws SQLException;
  }

  /**
   * A server is not asked with each request: what it said counts for as long as nobody would notice
   * that a cart was revoked meanwhile.
   */
  private static final class Remembered implements Version {
    private static final long GOOD_NANOS = 50_000_000;
    private static final String CHANGES = "SELECT changes FROM register";

    private final Transactions database;
    private final LongSupplier monotonicNanos;
    private volatile @Nullable Known known;

    private record Known(long version, long atNanos) {}

    Remembered(Transactions database, LongSupplier monotonicNanos) {
      this.database = database;
      this.monotonicNanos = monotonicNanos;
    }

    @Override
    public long get() throws SQLException {
      @Nullable Known now = known;
      return now != null && monotonicNanos.getAsLong() - now.atNanos < GOOD_NANOS
          ? now.version
          : ask();
    }

    /** One at a time: who waited meanwhile has its answer. */
    private synchronized long ask() throws SQLException {
      @Nullable Known now = known;
      long at = monotonicNanos.getAsLong();
      if (now != null && at - now.atNanos < GOOD_NANOS) {
        return now.version;
      }
      long version = database.list(CHANGES, row -> row.getLong(1)).getFirst();
      known = new Known(version, at);
      return version;
    }
  }

  <T> T read(Transactions.Work<T> work) throws CartBookException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw new CartBookException("carts: " + e.getMessage(), e);
    }
  }

  <T> T write(Transactions.Work<T> work) throws CartBookException {
    try {
      return database.transaction(work);
    } catch (SQLException e) {
      throw new CartBookException("carts: " + e.getMessage(), e);
    }
  }

  /**
   * Another number as soon as somebody has written a cart's key: in a file at once, on a server
   * within 50 ms.
   */
  long version() throws CartBookException {
    try {
      return version.get();
    } catch (SQLException e) {
      throw new CartBookException("carts: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
