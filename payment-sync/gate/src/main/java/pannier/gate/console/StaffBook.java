package pannier.gate.console;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Transactions;

/** The file of accounts, log and questions; its SQL explains its tables. */
public final class StaffBook implements AutoCloseable {
  private static final Book BOOK = Book.of("staff", StaffBook.class, "staff-1.sql", "staff-2.sql");

  private final Transactions database;

  private StaffBook(Transactions database) {
    this.database = database;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static StaffBook open(Path file) throws IOException {
    return new StaffBook(BOOK.open(file));
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static StaffBook open(Shelf shelf) throws IOException {
    return new StaffBook(shelf.open(BOOK));
  }

  <T> T read(Transactions.Work<T> work) throws StaffBookException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw new StaffBookException("staff book: " + e.getMessage(), e);
    }
  }

  <T> T write(Transactions.Work<T> work) throws StaffBookException {
    try {
      return database.transaction(work);
    } catch (SQLException e) {
      throw new StaffBookException("staff book: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
