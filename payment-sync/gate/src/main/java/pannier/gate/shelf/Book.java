package pannier.gate.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import pannier.gate.schema.Migrations;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;

/**
 * The tables of one subject: the file {@code NAME.db} of SQLite, or the schema of that name on a
 * server, where the scripts are in the folder {@code postgres} beside {@code owner}.
 *
 * @param steps the scripts of the file, beside {@code owner}; the server's newest one has as its
 *     version how many they are
 */
public record Book(String name, Class<?> owner, List<String> steps) {
  public Book {
    steps = List.copyOf(steps);
  }

  public static Book of(String name, Class<?> owner, String... steps) {
    return new Book(name, owner, List.of(steps));
  }

  /**
   * Opens {@code file}, or begins one that only its owner may read.
   *
   * @throws IOException if it is no such book, or a newer one, or cannot be written
   */
  public Database open(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Database.open(file, Schema.of(owner, steps.toArray(String[]::new)));
  }

  Migrations onServer() {
    return new Migrations(owner.getPackageName().replace('.', '/') + "/postgres", name);
  }
}
