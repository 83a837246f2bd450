package pannier.vision.codes;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code to be shown, as an SVG picture. */
public final class QrPrint {
  /** ISO/IEC 18004 asks for four modules of quiet zone. */
  private static final int QUIET_MODULES = 4;

  /** What a QR code of level M can hold, in bytes. */
  private static final int MOST_BYTES = 2_331;

  private QrPrint() {}

  /**
   * @param text 1 to 2,331 bytes
   * @throws IllegalArgumentException if it is longer, or empty
   */
  public static String svg(String text) {
    if (text.isEmpty() || text.length() > MOST_BYTES) {
      throw new IllegalArgumentException("a QR code of %d letters".formatted(text.length()));
    }
    try {
      return svg(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String svg(ByteMatrix modules) {
    int side = modules.getWidth() + 2 * QUIET_MODULES;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET_MODULES, y + QUIET_MODULES));
        }
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """
        .formatted(side, path);
  }
}
