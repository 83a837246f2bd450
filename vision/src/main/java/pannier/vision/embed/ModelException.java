package pannier.vision.embed;

import java.io.IOException;

/** A model file or its description cannot be used; one line names the file and what is wrong. */
public final class ModelException extends IOException {
  private static final long serialVersionUID = 1;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
