package pannier.vision.photo;

import java.io.IOException;

/** A photo or a folder of photos cannot be used; one line names it, and what would be right. */
public final class PhotoException extends IOException {
  private static final long serialVersionUID = 1;

  public PhotoException(String message) {
    super(message);
  }

  public PhotoException(String message, Throwable cause) {
    super(message, cause);
  }
}
