package pannier.domain.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Global Trade Item Number in what a code says. */
final class Gtin {
  private static final int DIGITS = 14;
  private static final Pattern ELEMENT = Pattern.compile("\\(01\\)(\\d{14})");

  /** GS1 Digital Link, URI Syntax: {@code https://any.host/any/path/01/GTIN…}. */
  private static final Pattern DIGITAL_LINK =
      Pattern.compile("https?://[^/?#]+(?:/[^?#]*)?/(?:01|gtin)/(\\d{8,14})(?:[/?#].*)?");

  private Gtin() {}

  static Optional<String> of(Code code) {
    return switch (code.symbology()) {
      case EAN_13, EAN_8, UPC_A, GS1_DATABAR -> checked(code.text());
      case UPC_E -> code.text().length() == 8 ? checked(expanded(code.text())) : Optional.empty();
      case GS1_128, GS1_DATABAR_EXPANDED -> first(ELEMENT.matcher(code.text()), false);
      case QR -> first(DIGITAL_LINK.matcher(code.text()), true);
    };
  }

  private static Optional<String> first(Matcher matcher, boolean whole) {
    boolean found = whole ? matcher.matches() : matcher.lookingAt();
    return found ? checked(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> checked(String digits) {
    if (digits.isEmpty() || digits.length() > DIGITS || !digits.matches("[0-9]+")) {
      return Optional.empty();
    }
    String gtin = "0".repeat(DIGITS - digits.length()) + digits;
    return checkSum(gtin) % 10 == 0 ? Optional.of(gtin) : Optional.empty();
  }

  /** GS1 General Specifications, section 7.9.1. */
  private static int checkSum(String gtin) {
    int sum = 0;
    for (int i = 0; i < DIGITS; i++) {
      sum += (i % 2 == 0 ? 3 : 1) * (gtin.charAt(i) - '0');
    }
    return sum;
  }

  /** The UPC-A number that a UPC-E stands for (section 5.2.2.4.2). */
  private static String expanded(String upcE) {
    String body = upcE.substring(1, 7);
    char last = body.charAt(5);
    String number =
        switch (last) {
          case '0', '1', '2' -> body.substring(0, 2) + last + "0000" + body.substring(2, 5);
          case '3' -> body.substring(0, 3) + "00000" + body.substring(3, 5);
          case '4' -> body.substring(0, 4) + "00000" + body.charAt(4);
          default -> body.substring(0, 5) + "0000" + last;
        };
    return upcE.charAt(0) + number + upcE.charAt(7);
  }
}
