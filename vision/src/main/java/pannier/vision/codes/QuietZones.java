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
    // ZXing's points are the middles of the first and last guard.
    return switch (result.getBarcodeFormat()) {
      case EAN_13, UPC_A -> areThere(result, row, 95, 3, 3);
      case EAN_8 -> areThere(result, row, 67, 3, 3);
      case UPC_E -> areThere(result, row, 51, 3, 6);
      case AZTEC,
          CODABAR,
          CODE_39,
          CODE_93,
          CODE_128,
          DATA_MATRIX,
          ITF,
          MAXICODE,
          PDF_417,
          QR_CODE,
          RSS_14,
          RSS_EXPANDED,
          UPC_EAN_EXTENSION ->
          true;
    };
  }

  private static boolean areThere(
      Result result, BitArray row, int modules, int firstGuard, int lastGuard) {
    float first = result.getResultPoints()[0].getX();
    float last = result.getResultPoints()[1].getX();
    double module = (last - first) / (modules - firstGuard / 2.0 - lastGuard / 2.0);
    int start = (int) Math.round(first - firstGuard / 2.0 * module);
    int end = (int) Math.round(last + lastGuard / 2.0 * module);
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
