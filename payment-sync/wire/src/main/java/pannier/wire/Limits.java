package pannier.wire;

import java.util.List;
import pannier.domain.money.CardNumbers;

/** What no message may exceed; both ends refuse more. */
public final class Limits {
  /** The version of every message here. */
  public static final int VERSION = 1;

  /** A whole message: {@link #MOST_LINES} lines with ids and names of ordinary length fit twice. */
  public static final int MOST_BYTES = 131_072;

  /** Lines of a bill. */
  public static final int MOST_LINES = 500;

  /** Means of payment of a bill. */
  public static final int MOST_TENDERS = 8;

  /** Remarks on a bill. */
  public static final int MOST_FLAGS = 32;

  /** Characters of the id of a cart, a trip or a receipt. */
  public static final int LONGEST_ID = 64;

  /** Characters of a product's id. */
  public static final int LONGEST_PRODUCT = 128;

  /** Characters of a product's name, a remark, a token or a sentence. */
  public static final int LONGEST_TEXT = 256;

  /** Pieces of a line, and attempts of a trip. */
  public static final int MOST_PIECES = 10_000;

  /** Grams of a line: 100 kg. */
  public static final long MOST_GRAMS = 100_000;

  /** Minor units of any amount. */
  public static final long MOST_MINOR = 1_000_000_000_000L;

  /** Of any moment: the end of the year 9999, in milliseconds since 1970. */
  public static final long LATEST_MILLIS = 253_402_300_799_999L;

  private Limits() {}

  static String text(String name, String value, int longest) {
    if (value.isBlank() || value.length() > longest) {
      String found = value.isBlank() ? "blank text" : value.length() + " characters";
      throw new IllegalArgumentException(
          "%s: found %s; expected 1 to %d characters".formatted(name, found, longest));
    }
    if (hasControl(value)) {
      throw new IllegalArgumentException(name + ": found control characters; expected none");
    }
    if (CardNumbers.in(value)) {
      throw new IllegalArgumentException(name + ": found a card number; expected none anywhere");
    }
    return value;
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static void currency(String code) {
    if (code.length() != 3 || code.chars().anyMatch(letter -> letter < 'A' || letter > 'Z')) {
      throw new IllegalArgumentException("currency: expected three capital letters, such as EUR");
    }
  }

  static long range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: found %d; expected %d to %d".formatted(name, value, least, most));
    }
    return value;
  }

  static long amount(String name, long minor) {
    return range(name, minor, 0, MOST_MINOR);
  }

  static <T> List<T> list(String name, List<T> values, int most) {
    range(name, values.size(), 0, most);
    return List.copyOf(values);
  }
}
