package pannier.simulator.bench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A measurement could not be made. */
final class BenchException extends IOException {
  private static final long serialVersionUID = 1L;

  BenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
