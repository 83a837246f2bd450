package pannier.vision.codes;

/** The check digit of GS1 keys (GS1 General Specifications, section 7.9.1). */
final class CheckDigit {
  private CheckDigit() {}

  /** True when all are digits and the last is the check digit of those before it. */
  static boolean isRight(String digits) {
    if (digits.length() < 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = digits.length() - 1, weight = 1; i >= 0; i--, weight = 4 - weight) {
      sum += weight * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  /** The UPC-A number that an eight-digit UPC-E (number system 0 or 1) stands for. */
  static String expandUpcE(String upcE) {
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
