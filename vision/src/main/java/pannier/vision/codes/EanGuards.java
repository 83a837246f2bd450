package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import java.util.Optional;

/**
 * How a symbol of the EAN and UPC family is built, in modules. ZXing's points are the middles of
 * its first and last guard.
 *
 * @param modules of the whole symbol
 * @param first width of its first guard
 * @param last width of its last guard
 */
record EanGuards(int modules, int first, int last) {
  /** Empty for other symbologies. */
  static Optional<EanGuards> of(BarcodeFormat format) {
    return switch (format) {
      case EAN_13, UPC_A -> Optional.of(new EanGuards(95, 3, 3));
      case EAN_8 -> Optional.of(new EanGuards(67, 3, 3));
      case UPC_E -> Optional.of(new EanGuards(51, 3, 6));
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
          Optional.empty();
    };
  }

  /** From the middle of the first guard to that of the last. */
  double between() {
    return modules - first / 2.0 - last / 2.0;
  }

  /** Where the middle of its first guard was seen, in columns of the row. */
  static float firstColumn(Result read) {
    return read.getResultPoints()[0].getX();
  }

  /** Where the middle of its last guard was seen. */
  static float lastColumn(Result read) {
    return read.getResultPoints()[1].getX();
  }
}
