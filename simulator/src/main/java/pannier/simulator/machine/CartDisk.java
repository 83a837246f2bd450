package pannier.simulator.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cart's disk. When the power goes, the files stay as they are at that moment, whatever the
 * program had not committed.
 */
final class CartDisk {
  private final Path root;
  private int lives;

  CartDisk(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(folder());
  }

  private Path folder() {
    return root.resolve("disk-" + lives);
  }

  Path journal() {
    return folder().resolve("journal.db");
  }

  Path outbox() {
    return folder().resolve("outbox.db");
  }

  /**
   * Keeps the files as they are, to go on with; call it while the program's databases are open. The
   * shared memory beside a SQLite file is memory: it does not survive.
   */
  void cut() throws IOException {
    Path before = folder();
    lives++;
    Files.createDirectories(folder());
    List<Path> files;
    try (Stream<Path> entries = Files.list(before)) {
      files = entries.filter(file -> !file.toString().endsWith("-shm")).toList();
    }
    for (Path file : files) {
      Files.copy(file, folder().resolve(String.valueOf(file.getFileName())));
    }
  }
}
