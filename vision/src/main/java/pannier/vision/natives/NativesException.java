package pannier.vision.natives;

import java.io.IOException;

/** Native libraries are missing, broken, or made for another machine; one line says which. */
public final class NativesException extends IOException {
  private static final long serialVersionUID = 1;

  public NativesException(String message) {
    super(message);
  }

  public NativesException(String message, Throwable cause) {
    super(message, cause);
  }
}
