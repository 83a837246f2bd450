package pannier.gate.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.tinylog.Logger;
import pannier.gate.sql.OutOfReach;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.key.OwnFile;

/**
 * The key files that all gates of a store have in common: the first gate's are the store's, and the
 * others take them over. Each gate keeps a copy, so that it starts without the server.
 */
public final class StoreKeys {
  private static final Book BOOK = Book.of("keys", StoreKeys.class, "keys-1.sql");

  private final Shelf shelf;

  public StoreKeys(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Makes a gate's own file. */
  @FunctionalInterface
  public interface Made {
    void at(Path file) throws IOException;
  }

  /**
   * Makes sure that {@code file} holds the store's key.
   *
   * @param made makes one where there is none
   * @throws IOException if it cannot be read or made; or a gate that never ran cannot ask the
   *     server
   */
  public void settle(Path file, Made made) throws IOException {
    boolean ran = Files.exists(file);
    if (!ran) {
      made.at(file);
    }
    if (!shelf.isShared()) {
      return;
    }
    try (Transactions keys = shelf.open(BOOK)) {
      byte[] own = Files.readAllBytes(file);
      String name = String.valueOf(file.getFileName());
      byte[] store = keys.transaction(connection -> first(connection, name, own));
      if (!Arrays.equals(own, store)) {
        OwnFile.write(file, store);
        Logger.info("{} is the store's from now on", name);
      }
    } catch (SQLException e) {
      goOnWithoutServer(file, ran, e);
    }
  }

  private static void goOnWithoutServer(Path file, boolean ran, SQLException cause)
      throws IOException {
    if (!ran) {
      Files.delete(file); // carts do not know it
      throw new IOException(
          "%s: is not here yet, and the database does not answer: %s"
              .formatted(file, cause.getMessage()),
          cause);
    }
    if (!OutOfReach.is(cause)) {
      throw new IOException("%s: %s".formatted(file, cause.getMessage()), cause);
    }
  }

  private static byte[] first(Connection connection, String name, byte[] own) throws SQLException {
    Sql.change(
        connection,
        "INSERT INTO key_file (name, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
        name,
        own);
    return Sql.one(
            connection, "SELECT content FROM key_file WHERE name = ?", row -> row.getBytes(1), name)
        .orElseThrow();
  }
}
