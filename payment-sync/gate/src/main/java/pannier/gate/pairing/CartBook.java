package pannier.gate.pairing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;

/**
 * The file of carts, their keys and the codes that are out; {@code carts-1.sql} explains its
 * tables. Several processes may have it open.
 */
public final class CartBook implements AutoCloseable {
  private static final Schema SCHEMA = Schema.of(CartBook.class, "carts-1.sql");

  private final Database database;

  private CartBook(Database database) {
    this.database = database;
  }

  /** Opens the book at {@code file}, or begins one that only its owner may read. */
  public static CartBook open(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return new CartBook(Database.open(file, SCHEMA));
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

  /** Another number as soon as another process has written. */
  long version() throws CartBookException {
    return read(
        connection -> Sql.one(connection, "PRAGMA data_version", row -> row.getLong(1)).orElse(0L));
  }

  @Override
  public void close() {
    database.close();
  }
}
