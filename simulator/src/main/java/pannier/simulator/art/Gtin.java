package pannier.simulator.art;

/**
 * EAN-13 numbers and their bars, after ISO/IEC 15420. The shop's numbers begin with 952, the prefix
 * that GS1 keeps for demonstrations and examples.
 */
public final class Gtin {
  private static final String DEMONSTRATION_PREFIX = "952";
  private static final String[] ODD = {
    "0001101", "0011001", "0010011", "0111101", "0100011",
    "0110001", "0101111", "0111011", "0110111", "0001011"
  };
  private static final String[] PARITY = {
    "LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG",
    "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"
  };

  private Gtin() {}

  /**
   * The shop's own number for its product number {@code item}.
   *
   * @param item 0 to 999,999,999
   */
  public static String of(int item) {
    if (item < 0 || item > 999_999_999) {
      throw new IllegalArgumentException("item %d".formatted(item));
    }
    String digits = DEMONSTRATION_PREFIX + "%09d".formatted(item);
    return digits + checkDigit(digits);
  }

  /** The last digit: it makes the sum, weighted 1 and 3 in turn, a multiple of ten. */
  static int checkDigit(String twelveDigits) {
    int sum = 0;
    for (int i = 0; i < twelveDigits.length(); i++) {
      sum += (twelveDigits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return (10 - sum % 10) % 10;
  }

  /** The 95 modules from left to right, {@code 1} is a bar. */
  static String modules(String gtin) {
    StringBuilder bars = new StringBuilder("101");
    String parity = PARITY[gtin.charAt(0) - '0'];
    for (int i = 0; i < 6; i++) {
      String odd = ODD[gtin.charAt(i + 1) - '0'];
      bars.append(parity.charAt(i) == 'L' ? odd : reversed(inverted(odd)));
    }
    bars.append("01010");
    for (int i = 7; i < 13; i++) {
      bars.append(inverted(ODD[gtin.charAt(i) - '0']));
    }
    return bars.append("101").toString();
  }

  private static String inverted(String bars) {
    return bars.replace('0', 'x').replace('1', '0').replace('x', '1');
  }

  private static String reversed(String bars) {
    return new StringBuilder(bars).reverse().toString();
  }
}
