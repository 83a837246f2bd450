package pannier.app;

import java.io.IOException;
import pannier.domain.money.CardNumbers;

/**
 * A file or an option that somebody must mend. The message is one line for them; a payment card's
 * number is never said again.
 */
public final class BadInputException extends IOException {
  private static final long serialVersionUID = 1;

  public BadInputException(String message) {
    super(CardNumbers.masked(message));
  }

  /**
   * @param file which file
   * @param place where in it, such as {@code cameras[0].rim} or {@code line 7, column price}
   * @param found the value that stands there
   * @param wanted what would be right
   */
  public BadInputException(String file, String place, String found, String wanted) {
    super(CardNumbers.masked("%s: %s: found %s, wanted %s".formatted(file, place, found, wanted)));
  }
}
