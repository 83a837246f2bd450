package pannier.vision.natives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import pannier.vision.cache.CacheFolder;

/**
 * A set of native libraries in a jar, unpacked once for each content and machine.
 *
 * <p>Several processes may start together: each unpacks into a folder of its own and the first to
 * rename it wins, so the final folder is complete from the moment that it exists.
 */
public final class NativeLibraries {
  private final String name;
  private final List<PackedLibrary> libraries;

  private NativeLibraries(String name, List<PackedLibrary> libraries) {
    this.name = name;
    this.libraries = libraries;
  }

  /**
   * The libraries of that name on the class path, in the given order.
   *
   * @param name names the folder, with the version
   * @param resources class path names, those that others need first
   * @param optional those of them that only some machines have
   * @throws NativesException when one that is not optional is missing
   */
  public static NativeLibraries find(String name, List<String> resources, List<String> optional)
      throws NativesException {
    ClassLoader loader = NativeLibraries.class.getClassLoader();
    List<PackedLibrary> found = new ArrayList<>();
    for (String resource : resources) {
      try {
        var library = PackedLibrary.find(loader, resource);
        if (library.isEmpty() && !optional.contains(resource)) {
          throw new NativesException(
              "%s: %s is not on the class path; this machine is %s"
                  .formatted(name, resource, Platform.current()));
        }
        library.ifPresent(found::add);
      } catch (NativesException e) {
        throw e;
      } catch (IOException e) {
        throw new NativesException(
            "%s: cannot read %s: %s".formatted(name, resource, e.getMessage()), e);
      }
    }
    return new NativeLibraries(name, List.copyOf(found));
  }

  /**
   * Unpacks what is not there yet, below this user's cache.
   *
   * @return the unpacked files, in the order given
   */
  public List<Path> unpack() throws NativesException {
    try {
      return unpackInto(CacheFolder.folder("natives"));
    } catch (IOException e) {
      throw new NativesException("%s: cannot unpack: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Unpacks and loads them all into this JVM. */
  public void load() throws NativesException {
    for (Path library : unpack()) {
      try {
        System.load(library.toString());
      } catch (UnsatisfiedLinkError e) {
        throw new NativesException(
            "%s: cannot load %s: %s; delete its folder to have it unpacked again"
                .formatted(name, library, e.getMessage()),
            e);
      }
    }
  }

  List<Path> unpackInto(Path cache) throws IOException {
    Path folder = cache.resolve(name + "-" + Platform.current() + "-" + contentKey());
    if (!Files.isDirectory(folder)) {
      unpackWhole(cache, folder);
    }
    for (PackedLibrary library : libraries) {
      if (!isComplete(folder, library)) {
        replace(folder, library);
      }
    }
    return libraries.stream().map(library -> folder.resolve(library.name())).toList();
  }

  private String contentKey() {
    CRC32 key = new CRC32();
    for (PackedLibrary library : libraries) {
      String line = library.name() + " " + library.sizeBytes() + " " + library.checksum() + "\n";
      key.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return "%08x".formatted(key.getValue());
  }

  private void unpackWhole(Path cache, Path folder) throws IOException {
    Path own = Files.createTempDirectory(cache, ".unpacking-");
    try {
      for (PackedLibrary library : libraries) {
        copy(library, own.resolve(library.name()));
      }
      Files.move(own, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteFolder(own);
      if (!(e instanceof FileAlreadyExistsException) && !Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** A cleaner of temporary files may have taken one, or the disk may have been full. */
  private static void replace(Path folder, PackedLibrary library) throws IOException {
    Path own = Files.createTempFile(folder, ".unpacking-", "");
    try {
      copy(library, own);
      Files.move(own, folder.resolve(library.name()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(own);
    }
  }

  private static void copy(PackedLibrary library, Path target) throws IOException {
    try (InputStream in = library.open()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isComplete(Path folder, PackedLibrary library) throws IOException {
    Path file = folder.resolve(library.name());
    return Files.isRegularFile(file) && Files.size(file) == library.sizeBytes();
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
