package pannier.domain.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers in text, so that none is kept or shown: 15 to 19 digits that stand
 * alone, in one piece or in a card's groups, begin with 2 to 6, and have a right check digit (Luhn,
 * ISO/IEC 7812-1 annex B). Shorter ones are left alone, as they are GTINs, and so are other groups,
 * as they are UUIDs.
 */
public final class CardNumbers {
  private static final int LEAST_DIGITS = 15;

  private static final Pattern LIKELY =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:[2-6]\\d{14,18}"
              + "|[2-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}"
              + "|3\\d{3}([ -])\\d{6}\\2\\d{5})(?![0-9A-Za-z])");

  private CardNumbers() {}

  /** Whether there is one in {@code text}. */
  public static boolean in(String text) {
    return hasEnoughDigits(text) && isLikelyIn(text);
  }

  /** Hardly any text of a bill has, and to count is much quicker than to match. */
  private static boolean hasEnoughDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      digits += letter >= '0' && letter <= '9' ? 1 : 0;
    }
    return digits >= LEAST_DIGITS;
  }

  private static boolean isLikelyIn(String text) {
    Matcher likely = LIKELY.matcher(text);
    while (likely.find()) {
      if (luhn(likely.group())) {
        return true;
      }
    }
    return false;
  }

  /** The text with stars for each of them. */
  public static String masked(String text) {
    return LIKELY
        .matcher(text)
        .replaceAll(likely -> luhn(likely.group()) ? "*".repeat(likely.group().length()) : "$0");
  }

  /** Whether the last digit checks the others by Luhn's rule; what is no digit is passed over. */
  public static boolean luhn(String number) {
    int sum = 0;
    boolean doubled = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit >= 0) {
        int value = doubled ? 2 * digit : digit;
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }
}
