package pannier.vision.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import pannier.domain.catalogue.ProductId;

/** Finds photos ({@code .jpg .jpeg .png}) in folders, in the order of their names. */
public final class PhotoFolders {
  private PhotoFolders() {}

  /**
   * The photos of {@code FOLDER/PRODUCT/*.jpg}, labelled by folder. Hidden folders and other files
   * are passed over.
   *
   * @throws PhotoException when there is no such folder, no product in it, or one without photos
   */
  public static SortedMap<ProductId, List<Path>> byProduct(Path folder) throws IOException {
    SortedMap<ProductId, List<Path>> photos = new TreeMap<>();
    for (Path product : entries(folder)) {
      if (Files.isDirectory(product)) {
        List<Path> own = entries(product).stream().filter(PhotoFolders::isPhoto).toList();
        if (own.isEmpty()) {
          throw new PhotoException(product + ": has no photo in it; *.jpg is expected");
        }
        photos.put(new ProductId(product.getFileName().toString()), own);
      }
    }
    if (photos.isEmpty()) {
      throw new PhotoException(folder + ": has no product in it; PRODUCT/*.jpg is expected");
    }
    return photos;
  }

  /** The same of several folders together; a product may be in more than one. */
  public static SortedMap<ProductId, List<Path>> byProduct(List<Path> folders) throws IOException {
    SortedMap<ProductId, List<Path>> photos = new TreeMap<>();
    for (Path folder : folders) {
      byProduct(folder)
          .forEach(
              (product, own) ->
                  photos.computeIfAbsent(product, any -> new ArrayList<>()).addAll(own));
    }
    return photos;
  }

  /**
   * All photos in a folder and the folders below it.
   *
   * @throws PhotoException when there is no such folder, or no photo in it
   */
  public static List<Path> all(Path folder) throws IOException {
    List<Path> photos = new ArrayList<>();
    collect(folder, photos);
    if (photos.isEmpty()) {
      throw new PhotoException(folder + ": has no photo in it; *.jpg is expected");
    }
    return photos;
  }

  private static void collect(Path folder, List<Path> photos) throws IOException {
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)) {
        collect(entry, photos);
      } else if (isPhoto(entry)) {
        photos.add(entry);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new PhotoException(folder + ": no such folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PhotoException("%s: cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static boolean isPhoto(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }
}
