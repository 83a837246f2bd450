package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;

/**
 * Looks whether a symbol of the EAN and UPC family stands alone: parts of other symbols look like
 * short ones, but have bars on both sides, or, where the next bars are covered, the last guard of
 * the longer symbol where it belongs.
 */
final class QuietZones {
  /** The standard asks for 7 to 11 modules; tilted and cut pictures keep fewer. */
  private static final double LEAST_MODULES = 4.5;

  /** What may be a bar or space of one module, printed fat or lean, in modules. */
  private static final double NARROW_MODULES = 1.75;

  /** How far from its place the longer symbol's last guard may be seen, in modules. */
  private static final double GUARD_SLACK = 2.5;

  private QuietZones() {}

  /** True for other symbologies, which check themselves better. */
  static boolean areThere(Result result, BitArray row) {
    return EanGuards.of(result.getBarcodeFormat())
        .map(guards -> areThere(result, row, guards))
        .orElse(true);
  }

  private static boolean areThere(Result result, BitArray row, EanGuards guards) {
    float first = EanGuards.firstColumn(result);
    float last = EanGuards.lastColumn(result);
    double module = (last - first) / guards.between();
    int start = (int) Math.round(first - guards.first() / 2.0 * module);
    int end = (int) Math.round(last + guards.last() / 2.0 * module);
    return areThere(row, start, end, module)
        && !(result.getBarcodeFormat() == BarcodeFormat.UPC_E && isHalf(row, start, module));
  }

  /**
   * Whether the last guard of an EAN-13 or UPC-A that begins there stands where it should: what
   * looks like a UPC-E is then its left half, and most of the right one is covered.
   */
  private static boolean isHalf(BitArray row, int start, double module) {
    double narrow = NARROW_MODULES * module;
    double slack = GUARD_SLACK * module;
    double guard = start + (EanBars.MODULES - EanBars.GUARD_MODULES) * module;
    int bar = row.getNextSet((int) (guard - slack));
    while (bar <= guard + slack && bar < row.getSize()) {
      int space = row.getNextUnset(bar);
      int next = row.getNextSet(space);
      int end = row.getNextUnset(next);
      if (space - bar <= narrow && next - space <= narrow && end - next <= narrow && end > next) {
        return true;
      }
      bar = next;
    }
    return false;
  }

  /** Beside a symbol that begins and ends there. */
  static boolean areThere(BitArray row, int start, int end, double module) {
    int slack = (int) Math.ceil(module / 2);
    int zone = (int) Math.round(LEAST_MODULES * module);
    int left = start - slack;
    int right = end + slack;
    return left - zone >= 0
        && right + zone <= row.getSize()
        && row.isRange(left - zone, left, false)
        && row.isRange(right, right + zone, false);
  }
}
