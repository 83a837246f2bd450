package pannier.simulator.supply;

import java.io.IOException;
import java.io.Serial;

/** Nobody could be asked. */
final class UnreachableServiceException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  UnreachableServiceException(String message) {
    super(message);
  }
}
