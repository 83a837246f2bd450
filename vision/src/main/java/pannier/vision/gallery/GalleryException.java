package pannier.vision.gallery;

import java.io.IOException;

/** A gallery file cannot be used; one line names the file and what is wrong. */
public final class GalleryException extends IOException {
  private static final long serialVersionUID = 1;

  public GalleryException(String message) {
    super(message);
  }

  public GalleryException(String message, Throwable cause) {
    super(message, cause);
  }
}
