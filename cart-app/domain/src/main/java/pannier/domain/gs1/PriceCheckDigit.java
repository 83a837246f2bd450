package pannier.domain.gs1;

/**
 * The check digit of a price or mass of four or five digits within a number (GS1 General
 * Specifications, sections 7.9.2 to 7.9.4).
 */
final class PriceCheckDigit {
  /** What each digit weighs: times two, the tens taken off; and so on. */
  private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};

  private static final int[] THREE = {0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
  private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
  private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};
  private static final int[][] FOUR_DIGITS = {TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS};
  private static final int[][] FIVE_DIGITS = {
    FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS
  };

  private PriceCheckDigit() {}

  /**
   * Whether that is the check digit.
   *
   * @param digits four or five
   * @param check '0' to '9'
   */
  static boolean isRight(String digits, char check) {
    int own = check - '0';
    return switch (digits.length()) {
      case 4 -> own == 3 * sum(digits, FOUR_DIGITS) % 10;
      case 5 -> (sum(digits, FIVE_DIGITS) + FIVE_MINUS[own]) % 10 == 0;
      default -> throw new IllegalArgumentException(digits + " is not of four or five digits");
    };
  }

  private static int sum(String digits, int[][] weights) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += weights[i][digits.charAt(i) - '0'];
    }
    return sum;
  }
}
