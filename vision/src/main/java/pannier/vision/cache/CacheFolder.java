package pannier.vision.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this user for things that can be made again.
 *
 * <p>The first of these that can be written: the system property {@code pannier.cache}, {@code
 * $XDG_CACHE_HOME/pannier}, {@code ~/.cache/pannier}, and {@code pannier-USER} in the JVM's
 * temporary folder, which must then belong to this user.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * The named folder below the cache, made if it is missing.
   *
   * @throws IOException when no place can be written; one line that names those tried
   */
  public static Path folder(String name) throws IOException {
    List<Path> tried = new ArrayList<>();
    for (Path root : roots()) {
      tried.add(root);
      Path folder = root.resolve(name);
      if (isUsable(root, folder)) {
        return folder;
      }
    }
    throw new IOException(
        "no folder for cached files can be written, tried " + tried + "; set -Dpannier.cache=DIR");
  }

  private static List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    addRoot(roots, System.getProperty("pannier.cache"), "");
    addRoot(roots, System.getenv("XDG_CACHE_HOME"), "pannier");
    addRoot(roots, System.getProperty("user.home"), ".cache/pannier");
    addRoot(
        roots, System.getProperty("java.io.tmpdir"), "pannier-" + System.getProperty("user.name"));
    return roots;
  }

  private static void addRoot(List<Path> roots, @Nullable String base, String below) {
    if (base != null && !base.isBlank()) {
      roots.add(Path.of(base).resolve(below).toAbsolutePath());
    }
  }

  /** A folder that somebody else made could be filled by them with code for us to run. */
  private static boolean isUsable(Path root, Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".probe-", "");
      boolean ours = Files.getOwner(root).equals(Files.getOwner(probe));
      Files.delete(probe);
      return ours;
    } catch (IOException e) {
      return false;
    }
  }
}
