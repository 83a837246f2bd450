package pannier.domain.evidence;

import java.util.Optional;
import pannier.domain.gs1.CheckDigit;

/** Finds the Global Trade Item Number in what a code says. */
final class Gtin {
  private static final int DIGITS = 14;

  private Gtin() {}

  static Optional<String> of(Code code) {
    return switch (code.symbology()) {
      case EAN_13, EAN_8, UPC_A, GS1_DATABAR -> checked(code.text());
      case UPC_E -> code.text().length() == 8 ? checked(expanded(code.text())) : Optional.empty();
      case GS1_128, GS1_DATABAR_EXPANDED, QR -> code.elements().flatMap(e -> e.find("01"));
    };
  }

  private static Optional<String> checked(String digits) {
    if (digits.length() > DIGITS || !CheckDigit.isRight(digits)) {
      return Optional.empty();
    }
    return Optional.of("0".repeat(DIGITS - digits.length()) + digits);
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
