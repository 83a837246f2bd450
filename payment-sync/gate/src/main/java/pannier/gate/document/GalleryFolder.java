package pannier.gate.document;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.wire.Digest;
import pannier.wire.Part;
import pannier.wire.Photo;

/**
 * A folder of {@code PRODUCT/*.jpg} (or {@code .png}), read again only where a file changed. Used
 * by one thread.
 */
public final class GalleryFolder {
  private final Path folder;
  private Map<Path, Known> known = Map.of();
  private List<Photo> last = List.of();

  /** What a file was when it was read last. */
  private record Known(long bytes, FileTime changed, Photo photo) {}

  /** Photos in their order, and where each lies. */
  public record Found(List<Photo> photos, Map<Digest, Path> files) {
    public Found {
      photos = List.copyOf(photos);
      files = Map.copyOf(files);
    }
  }

  public GalleryFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What lies in the folder, if that is not what lay there at the last look.
   *
   * @throws IOException if the folder cannot be read
   */
  public Optional<Found> look() throws IOException {
    Map<Path, Known> now = new HashMap<>();
    List<Photo> photos = new ArrayList<>();
    Map<Digest, Path> files = new HashMap<>();
    for (Path product : list(folder)) {
      for (Path file : Files.isDirectory(product) ? list(product) : List.<Path>of()) {
        if (isPicture(file)) {
          Optional<Known> seen = read(product, file);
          seen.ifPresent(
              it -> {
                now.put(file, it);
                photos.add(it.photo);
                files.put(it.photo.part().digest(), file);
              });
        }
      }
    }
    known = now;
    boolean changed = !photos.equals(last);
    last = List.copyOf(photos);
    return changed ? Optional.of(new Found(photos, files)) : Optional.empty();
  }

  /** Empty for what cannot be a photo of a product, which is said. */
  private Optional<Known> read(Path product, Path file) throws IOException {
    long bytes = Files.size(file);
    FileTime changed = Files.getLastModifiedTime(file);
    Known before = known.get(file);
    if (before != null && before.bytes == bytes && before.changed.equals(changed)) {
      return Optional.of(before);
    }
    try {
      if (bytes < 1 || bytes > Part.MOST_BYTES) {
        throw new IllegalArgumentException(
            "found %d bytes; expected 1 to %d".formatted(bytes, Part.MOST_BYTES));
      }
      Part part = Part.of(Files.readAllBytes(file));
      Photo photo = new Photo(product.getFileName().toString(), part);
      return Optional.of(new Known(bytes, changed, photo));
    } catch (IllegalArgumentException e) {
      Logger.warn("{} is left out of the gallery: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    Collections.sort(entries);
    return entries;
  }
}
