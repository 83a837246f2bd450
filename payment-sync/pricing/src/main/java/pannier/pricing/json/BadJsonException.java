package pannier.pricing.json;

import java.io.IOException;
import pannier.domain.money.CardNumbers;

/** A JSON file that cannot be used. The message is one line. */
public final class BadJsonException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_QUOTE = 60;

  private final String line;

  /**
   * @param place such as {@code lines[2].product}
   * @param found what stands there
   * @param wanted what would be right
   */
  public BadJsonException(String file, String place, String found, String wanted) {
    line =
        CardNumbers.masked(
            "%s, %s: found %s; expected %s".formatted(file, place, quote(found), wanted));
  }

  @Override
  public String getMessage() {
    return line;
  }

  private static String quote(String text) {
    String flat = CardNumbers.masked(text).replaceAll("\\p{Cntrl}+", " ").strip();
    return flat.length() <= LONGEST_QUOTE ? flat : flat.substring(0, LONGEST_QUOTE) + "…";
  }
}
