package pannier.gate.console;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;

/** The file of accounts and log; {@code staff-1.sql} explains its tables. */
public final class StaffBook implements AutoCloseable {
  private static final Schema SCHEMA = Schema.of(StaffBook.class, "staff-1.sql");

  private final Database database;

  private StaffBook(Database database) {
    this.database = database;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static StaffBook open(Path file) throws IOException {
    return new StaffBook(Database.open(file, SCHEMA));
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
