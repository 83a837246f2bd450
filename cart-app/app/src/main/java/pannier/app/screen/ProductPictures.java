package pannier.app.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;

/** One picture of each product. Asked by any thread. */
public interface ProductPictures {
  /**
   * Out of the folders that the cart was enrolled from: of each product the photo that takes the
   * most bytes, since it shows the most of it.
   *
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @throws BadInputException if a folder cannot be listed
   */
  static ProductPictures of(List<Path> enrol) throws BadInputException {
    return EnrolledPhotos.of(enrol);
  }

  /** Whether there is one of that product. */
  boolean has(String product);

  /**
   * The picture of that product; empty where there is none.
   *
   * @throws IOException if it cannot be read
   */
  Optional<Picture> find(String product) throws IOException;

  /** A picture as a file's bytes. Immutable. */
  final class Picture {
    private final String type;
    private final byte[] bytes;

    /**
     * @param type its media type, such as {@code image/png}
     */
    public Picture(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes.clone();
    }

    public String type() {
      return type;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }
}
