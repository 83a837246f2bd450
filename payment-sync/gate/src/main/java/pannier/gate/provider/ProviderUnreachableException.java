package pannier.gate.provider;

import java.io.IOException;

/** The provider gave no answer; what was asked may or may not have been done. */
public class ProviderUnreachableException extends IOException {
  private static final long serialVersionUID = 1;

  public ProviderUnreachableException(String message) {
    super(message);
  }

  public ProviderUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
