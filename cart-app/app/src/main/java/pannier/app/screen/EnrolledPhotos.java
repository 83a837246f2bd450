package pannier.app.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pannier.app.BadInputException;

/** One photo of each product, out of the folders that the cart was enrolled from. */
final class EnrolledPhotos implements ProductPictures {
  private static final long MOST_BYTES = 8L << 20;

  private final Map<String, Path> files;

  private EnrolledPhotos(Map<String, Path> files) {
    this.files = files;
  }

  /**
   * Finds the photo of each product that takes the most bytes: it shows the most of it.
   *
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @throws BadInputException if a folder cannot be listed
   */
  static EnrolledPhotos of(List<Path> enrol) throws BadInputException {
    Map<String, Path> files = new HashMap<>();
    for (Path folder : enrol) {
      for (Path product : list(folder, Files::isDirectory)) {
        list(product, EnrolledPhotos::isPhoto).stream()
            .max(Comparator.comparingLong(EnrolledPhotos::bytes))
            .ifPresent(photo -> files.putIfAbsent(String.valueOf(product.getFileName()), photo));
      }
    }
    return new EnrolledPhotos(files);
  }

  private static long bytes(Path photo) {
    return photo.toFile().length();
  }

  private static boolean isPhoto(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws BadInputException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new BadInputException(
          folder.toString(), "folder", e.getClass().getSimpleName(), "a folder that can be read");
    }
  }

  @Override
  public boolean has(String product) {
    return files.containsKey(product);
  }

  @Override
  public Optional<Picture> find(String product) throws IOException {
    Path file = files.get(product);
    return file != null && Files.size(file) <= MOST_BYTES
        ? Optional.of(new Picture("image/jpeg", Files.readAllBytes(file)))
        : Optional.empty();
  }
}
