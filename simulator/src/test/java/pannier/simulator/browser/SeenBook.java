package pannier.simulator.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/** Which pages the tests of this run have looked at, in a file of their process. */
final class SeenBook {
  private static final Path FILE =
      Path.of("target", "screens", "seen-%d.txt".formatted(ProcessHandle.current().pid()));

  private SeenBook() {}

  /**
   * @param line such as {@code cart SHOPPING de}
   */
  static void note(String line) throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static Set<String> lines() throws IOException {
    return Files.exists(FILE) ? new TreeSet<>(Files.readAllLines(FILE)) : Set.of();
  }
}
