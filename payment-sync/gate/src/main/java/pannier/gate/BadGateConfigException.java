package pannier.gate;

import java.io.IOException;
import pannier.domain.money.CardNumbers;

/** A configuration that cannot be used. The message is one line. */
public final class BadGateConfigException extends IOException {
  private static final long serialVersionUID = 1;

  private final String message;

  BadGateConfigException(String file, String key, String found, String wanted) {
    String place = key.isEmpty() ? file : file + ", " + key;
    this.message =
        CardNumbers.masked(
            "%s: found %s; expected %s"
                .formatted(place, found.replaceAll("\\p{Cntrl}", " "), wanted));
  }

  @Override
  public String getMessage() {
    return message;
  }
}
