package pannier.gate.console;

import java.io.IOException;

/** The staff book cannot be read or written. */
public final class StaffBookException extends IOException {
  private static final long serialVersionUID = 1;

  StaffBookException(String message, Throwable cause) {
    super(message, cause);
  }
}
