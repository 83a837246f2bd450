package pannier.vision.codes;

import com.google.zxing.Result;
import com.google.zxing.common.BitArray;

/**
 * Looks whether a symbol of the EAN and UPC family stands alone: parts of other symbols look like
 * short ones, but have bars on both sides.
 */
final class QuietZones {
  /** The standard asks for 7 to 11 modules; tilted and cut pictures keep fewer. */
  private static final double LEAST_MODULES = 4.5;

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
    return areThere(row, start, end, module);
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
