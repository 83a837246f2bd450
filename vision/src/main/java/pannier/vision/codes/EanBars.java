package pannier.vision.codes;

/**
 * The bars of EAN-13 symbols after ISO/IEC 15420, module by module: 1 for a bar, 0 for a space. An
 * UPC-A symbol is the EAN-13 symbol whose first digit is 0.
 */
final class EanBars {
  static final int MODULES = 95;
  static final int DIGIT_MODULES = 7;

  /** Digits on either side of the guard in the middle. */
  static final int SIDE_DIGITS = 6;

  private static final int LEFT_FIRST = 3;
  private static final int RIGHT_FIRST = 50;

  /** Of the left half with odd parity, by digit; those with even parity follow. */
  private static final int[][] LEFT = new int[20][];

  private static final int[][] RIGHT = new int[10][];

  /** Which of the left half's digits have even parity, by the first digit of all. */
  private static final boolean[][] EVEN = new boolean[10][];

  static {
    String[] odd = {
      "0001101", "0011001", "0010011", "0111101", "0100011",
      "0110001", "0101111", "0111011", "0110111", "0001011"
    };
    String[] even = {
      "000000", "001011", "001101", "001110", "010011",
      "011001", "011100", "010101", "010110", "011010"
    };
    for (int digit = 0; digit < 10; digit++) {
      LEFT[digit] = new int[DIGIT_MODULES];
      LEFT[10 + digit] = new int[DIGIT_MODULES];
      RIGHT[digit] = new int[DIGIT_MODULES];
      for (int i = 0; i < DIGIT_MODULES; i++) {
        int module = odd[digit].charAt(i) - '0';
        LEFT[digit][i] = module;
        RIGHT[digit][i] = 1 - module;
        LEFT[10 + digit][DIGIT_MODULES - 1 - i] = 1 - module;
      }
      EVEN[digit] = new boolean[SIDE_DIGITS];
      for (int i = 0; i < SIDE_DIGITS; i++) {
        EVEN[digit][i] = even[digit].charAt(i) == '1';
      }
    }
  }

  private EanBars() {}

  /** How many patterns the digit at a place, 0 to 11, may have. */
  static int patterns(int place) {
    return place < SIDE_DIGITS ? LEFT.length : RIGHT.length;
  }

  /** Its modules. */
  static int[] pattern(int place, int pattern) {
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
    boolean[] even = EVEN[thirteenDigits.charAt(0) - '0'];
    byte[] patterns = new byte[2 * SIDE_DIGITS];
    for (int place = 0; place < patterns.length; place++) {
      int digit = thirteenDigits.charAt(place + 1) - '0';
      patterns[place] = (byte) (place < SIDE_DIGITS && even[place] ? 10 + digit : digit);
    }
    return patterns;
  }

  /** All modules of the symbol with these patterns at its places. */
  static float[] modules(byte[] patterns) {
    float[] modules = new float[MODULES];
    modules[0] = 1;
    modules[2] = 1;
    modules[46] = 1;
    modules[48] = 1;
    modules[MODULES - 3] = 1;
    modules[MODULES - 1] = 1;
    for (int place = 0; place < patterns.length; place++) {
      int[] bars = pattern(place, patterns[place]);
      for (int i = 0; i < bars.length; i++) {
        modules[firstModule(place) + i] = bars[i];
      }
    }
    return modules;
  }
}
