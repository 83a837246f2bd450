package pannier.simulator.art;

import com.google.zxing.oned.EAN13Writer;

/**
 * EAN-13 numbers and their bars, after ISO/IEC 15420. The shop's numbers begin with 952, the prefix
 * that GS1 keeps for demonstrations and examples.
 */
public final class Gtin {
  private static final String DEMONSTRATION_PREFIX = "952";

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
    StringBuilder bars = new StringBuilder();
    for (boolean bar : new EAN13Writer().encode(gtin)) {
      bars.append(bar ? '1' : '0');
    }
    return bars.toString();
  }
}
