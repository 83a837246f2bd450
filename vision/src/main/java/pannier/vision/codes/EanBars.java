package pannier.vision.codes;

import com.google.zxing.oned.EAN13Writer;
import java.util.Arrays;

/**
 * The bars of EAN-13 symbols after ISO/IEC 15420, module by module: 1 for a bar, 0 for a space. An
 * UPC-A symbol is the EAN-13 symbol whose first digit is 0.
 */
final class EanBars {
  static final int MODULES = 95;

  /** Of the first and the last guard. */
  static final int GUARD_MODULES = 3;

  static final int DIGIT_MODULES = 7;

  /** Digits on either side of the guard in the middle. */
  static final int SIDE_DIGITS = 6;

  private static final int LEFT_FIRST = 3;
  private static final int RIGHT_FIRST = 50;

  private static final float[] GUARDS = bars("0".repeat(12));

  /** Of the left half with odd parity, by digit; those with even parity follow. */
  private static final float[][] LEFT = new float[20][];

  private static final float[][] RIGHT = new float[10][];

  static {
    for (int digit = 0; digit < 10; digit++) {
      String same = String.valueOf(digit).repeat(11);
      LEFT[digit] = part(bars("0" + same), 0);
      LEFT[10 + digit] = part(bars("1" + same), 2);
      RIGHT[digit] = part(bars("0" + same), SIDE_DIGITS);
    }
  }

  private EanBars() {}

  /** How many patterns the digit at a place, 0 to 11, may have. */
  static int patterns(int place) {
    return place < SIDE_DIGITS ? LEFT.length : RIGHT.length;
  }

  /** Its modules. */
  static float[] pattern(int place, int pattern) {
    return place < SIDE_DIGITS ? LEFT[pattern] : RIGHT[pattern];
  }

  /** The first of a place's modules. */
  static int firstModule(int place) {
    return place < SIDE_DIGITS
        ? LEFT_FIRST + DIGIT_MODULES * place
        : RIGHT_FIRST + DIGIT_MODULES * (place - SIDE_DIGITS);
  }

  /** The place, 0 to 11, that a module belongs to; −1 for a guard. */
  static int place(int module) {
    if (module < LEFT_FIRST
        || module >= RIGHT_FIRST + SIDE_DIGITS * DIGIT_MODULES
        || (module >= LEFT_FIRST + SIDE_DIGITS * DIGIT_MODULES && module < RIGHT_FIRST)) {
      return -1;
    }
    return module < RIGHT_FIRST
        ? (module - LEFT_FIRST) / DIGIT_MODULES
        : SIDE_DIGITS + (module - RIGHT_FIRST) / DIGIT_MODULES;
  }

  /** The patterns of a number's twelve places. */
  static byte[] patterns(String thirteenDigits) {
    float[] bars = bars(thirteenDigits);
    byte[] patterns = new byte[2 * SIDE_DIGITS];
    for (int place = 0; place < patterns.length; place++) {
      float[] part = part(bars, place);
      while (!Arrays.equals(part, pattern(place, patterns[place]))) {
        patterns[place]++;
      }
    }
    return patterns;
  }

  /** All modules of the symbol with these patterns at its places. */
  static float[] modules(byte[] patterns) {
    float[] modules = GUARDS.clone();
    for (int place = 0; place < patterns.length; place++) {
      System.arraycopy(
          pattern(place, patterns[place]), 0, modules, firstModule(place), DIGIT_MODULES);
    }
    return modules;
  }

  /**
   * As ZXing prints a number.
   *
   * @param digits 12, or 13 of which the last is the right check digit
   */
  private static float[] bars(String digits) {
    boolean[] drawn = new EAN13Writer().encode(digits);
    float[] bars = new float[MODULES];
    for (int i = 0; i < MODULES; i++) {
      bars[i] = drawn[i] ? 1 : 0;
    }
    return bars;
  }

  private static float[] part(float[] bars, int place) {
    int first = firstModule(place);
    return Arrays.copyOfRange(bars, first, first + DIGIT_MODULES);
  }
}
