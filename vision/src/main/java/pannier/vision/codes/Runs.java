package pannier.vision.codes;

import com.google.zxing.common.BitArray;

/** Quick looks at the widths of a row's bars and spaces, to spare slower ones. */
final class Runs {
  private Runs() {}

  /**
   * Whether any four neighbours are like the beginning of a DataBar finder pattern: two that are 10
   * to 12 modules wide together, then two that make 12 to 14 with them (ISO/IEC 24724), half a
   * module off at most.
   */
  static boolean mayHoldDatabar(BitArray row) {
    int size = row.getSize();
    int[] ends = new int[5];
    int known = 0;
    boolean bar = false;
    for (int at = 0; at < size; bar = !bar) {
      System.arraycopy(ends, 1, ends, 0, 4);
      at = bar ? row.getNextUnset(at) : row.getNextSet(at);
      ends[4] = at;
      known++;
      if (known >= 5 && (isFinder(ends, 1) || isFinder(ends, -1))) {
        return true;
      }
    }
    return false;
  }

  /** Read forwards (1) or backwards (−1). */
  private static boolean isFinder(int[] ends, int direction) {
    float four = ends[4] - ends[0];
    float two = direction > 0 ? ends[2] - ends[0] : ends[4] - ends[2];
    float share = two / four;
    return share >= 9.5f / 12 && share <= 12.5f / 14;
  }
}
