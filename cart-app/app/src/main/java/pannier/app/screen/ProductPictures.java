package pannier.app.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pannier.app.BadInputException;
import pannier.web.HttpProblem;
import pannier.web.Request;
import pannier.web.Response;

/** One photo of each product, out of the folders that the cart was enrolled from. */
public final class ProductPictures {
  private static final long MOST_BYTES = 8L << 20;

  private final Map<String, Path> files;

  private ProductPictures(Map<String, Path> files) {
    this.files = files;
  }

  /**
   * Finds the photo of each product that takes the most bytes: it shows the most of it.
   *
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @throws BadInputException if a folder cannot be listed
   */
  public static ProductPictures of(List<Path> enrol) throws BadInputException {
    Map<String, Path> files = new HashMap<>();
    for (Path folder : enrol) {
      for (Path product : list(folder, Files::isDirectory)) {
        list(product, ProductPictures::isPhoto).stream()
            .max(Comparator.comparingLong(ProductPictures::bytes))
            .ifPresent(photo -> files.putIfAbsent(String.valueOf(product.getFileName()), photo));
      }
    }
    return new ProductPictures(files);
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

  boolean has(String product) {
    return files.containsKey(product);
  }

  /** The photo that a route's rest names; which file that is only we say. */
  Response answer(Request request) throws HttpProblem {
    Path file = files.get(request.rest());
    try {
      if (file != null && Files.size(file) <= MOST_BYTES) {
        return Response.bytes("image/jpeg", Files.readAllBytes(file))
            .with("Cache-Control", "private, max-age=86400");
      }
    } catch (IOException e) {
      throw new HttpProblem(404, "the picture cannot be read");
    }
    throw new HttpProblem(404, "no such picture");
  }
}
