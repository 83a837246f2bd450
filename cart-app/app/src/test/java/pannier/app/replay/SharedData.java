package pannier.app.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the folder with real photos and footage, which is no part of the project. */
final class SharedData {
  private SharedData() {}

  /** {@code -Dpannier.shared=…}, or {@code shared} beside the project's root; may not be there. */
  static Path folder() {
    String given = System.getProperty("pannier.shared");
    return given == null ? root().resolveSibling("shared") : Path.of(given);
  }

  private static Path root() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("pannier"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("") : folder;
  }
}
