package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.Map;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Code;
import pannier.domain.gs1.CheckDigit;
import uk.org.okapibarcode.backend.DataBar14;
import uk.org.okapibarcode.backend.DataBarExpanded;
import uk.org.okapibarcode.backend.DataBarLimited;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/** Draws symbols with other people's writers, and photographs them badly. */
final class Symbols {
  static final int DRAWN_MODULE = 6;
  private static final int BARS_HEIGHT = 70;
  static final int QUIET_MODULES = 10;

  /** Steps of noise to a grey level. */
  private static final int GRAIN = 64;

  private Symbols() {}

  /**
   * How a picture is taken.
   *
   * @param modulePixels width of a module
   * @param tiltDegrees turned at most so far either way
   * @param lensPixels standard deviation of what a lens makes of a point, 0 for a sharp one
   * @param blurPixels side of the box that blurs, 1 for none
   * @param noise standard deviation as a share of white
   */
  record Conditions(
      double modulePixels, double tiltDegrees, double lensPixels, int blurPixels, double noise) {
    static final Conditions HARSH = new Conditions(3, 20, 0, 3, 0.08);
    static final Conditions GOOD = new Conditions(3, 5, 0, 1, 0.01);
  }

  /** By ZXing's writers; {@code modules} black on white, {@value #DRAWN_MODULE} pixels each. */
  static Mat zxing(BarcodeFormat format, String content) {
    try {
      Map<EncodeHintType, ?> hints =
          format == BarcodeFormat.CODE_128 && content.startsWith("(")
              ? Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.GS1_FORMAT, true)
              : Map.of(EncodeHintType.MARGIN, 0);
      BitMatrix bits = new MultiFormatWriter().encode(content, format, 0, 1, hints);
      boolean square = bits.getHeight() > 1;
      int height = square ? bits.getHeight() : BARS_HEIGHT;
      Mat drawn = white(bits.getWidth(), height);
      for (int x = 0; x < bits.getWidth(); x++) {
        for (int y = 0; y < height; y++) {
          if (bits.get(x, square ? y : 0)) {
            fill(drawn, x, y, 1, 1);
          }
        }
      }
      return drawn;
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
  }

  static Mat gs1Databar(String thirteenDigits) {
    DataBar14 symbol = new DataBar14();
    symbol.setContent(thirteenDigits);
    return okapi(symbol);
  }

  static Mat gs1DatabarStacked(String thirteenDigits) {
    DataBar14 symbol = new DataBar14(DataBar14.Mode.OMNI);
    symbol.setContent(thirteenDigits);
    return okapi(symbol);
  }

  static Mat gs1DatabarLimited(String thirteenDigits) {
    DataBarLimited symbol = new DataBarLimited();
    symbol.setContent(thirteenDigits);
    return okapi(symbol);
  }

  static Mat gs1DatabarExpanded(String bracketed, boolean stacked) {
    DataBarExpanded symbol = new DataBarExpanded();
    symbol.setStacked(stacked);
    symbol.setContent(bracketed);
    return okapi(symbol);
  }

  /** With the corners of its modules rounded off; the drawing given is used up. */
  static Mat rounded(Mat drawn) {
    Imgproc.GaussianBlur(drawn, drawn, new Size(0, 0), DRAWN_MODULE / 2.5);
    Imgproc.threshold(drawn, drawn, 127, 255, Imgproc.THRESH_BINARY);
    return drawn;
  }

  private static Mat okapi(Symbol symbol) {
    double right = 0;
    double bottom = 0;
    for (Rectangle bar : symbol.getRectangles()) {
      right = Math.max(right, bar.x + bar.width);
      bottom = Math.max(bottom, bar.y + bar.height);
    }
    Mat drawn = white((int) Math.ceil(right), (int) Math.ceil(bottom));
    for (Rectangle bar : symbol.getRectangles()) {
      fill(drawn, bar.x, bar.y, bar.width, bar.height);
    }
    return drawn;
  }

  private static Mat white(int modulesWide, int modulesHigh) {
    return new Mat(
        (modulesHigh + 2 * QUIET_MODULES) * DRAWN_MODULE,
        (modulesWide + 2 * QUIET_MODULES) * DRAWN_MODULE,
        CvType.CV_8UC1,
        new Scalar(255));
  }

  private static void fill(Mat drawn, double x, double y, double width, double height) {
    int left = (int) Math.round((x + QUIET_MODULES) * DRAWN_MODULE);
    int top = (int) Math.round((y + QUIET_MODULES) * DRAWN_MODULE);
    int right = (int) Math.round((x + width + QUIET_MODULES) * DRAWN_MODULE);
    int bottom = (int) Math.round((y + height + QUIET_MODULES) * DRAWN_MODULE);
    drawn.submat(top, bottom, left, right).setTo(new Scalar(0));
  }

  /** A picture of a drawn symbol on mid-grey packaging, 8-bit BGR. */
  static Mat photographed(Mat drawn, Conditions conditions, Random random) {
    double scale = conditions.modulePixels() / DRAWN_MODULE;
    double angle = (2 * random.nextDouble() - 1) * conditions.tiltDegrees();
    int side = (int) (Math.hypot(drawn.cols(), drawn.rows()) * scale) + 20;
    Mat transform =
        Imgproc.getRotationMatrix2D(
            new Point(drawn.cols() / 2.0, drawn.rows() / 2.0), angle, scale);
    transform.put(
        0, 2, transform.get(0, 2)[0] + side / 2.0 - drawn.cols() / 2.0 + random.nextDouble());
    transform.put(
        1, 2, transform.get(1, 2)[0] + side / 2.0 - drawn.rows() / 2.0 + random.nextDouble());
    Mat soft = new Mat();
    // Each camera pixel gathers the light of the drawn pixels below it.
    Imgproc.blur(drawn, soft, new Size(Math.max(1, 1 / scale), Math.max(1, 1 / scale)));
    Mat seen = new Mat();
    Imgproc.warpAffine(
        soft,
        seen,
        transform,
        new Size(side, side),
        Imgproc.INTER_LINEAR,
        Core.BORDER_CONSTANT,
        new Scalar(150));
    transform.release();
    soft.release();
    return spoilt(seen, conditions, random);
  }

  /** Blurred, dimmed and noisy, as BGR. */
  static Mat spoilt(Mat seen, Conditions conditions, Random random) {
    if (conditions.lensPixels() > 0) {
      Imgproc.GaussianBlur(seen, seen, new Size(5, 5), conditions.lensPixels());
    }
    Imgproc.blur(seen, seen, new Size(conditions.blurPixels(), conditions.blurPixels()));
    double bright = 0.7 + 0.2 * random.nextDouble();
    double dark = 20 + 20 * random.nextDouble();
    Mat grain = new Mat(seen.size(), CvType.CV_16S);
    // OpenCV's own generator is twenty times as fast as Java's, and seeded from it.
    Core.setRNGSeed(random.nextInt());
    Core.randn(grain, 0, 255 * conditions.noise() * GRAIN);
    Core.addWeighted(seen, bright, grain, 1.0 / GRAIN, dark, seen, CvType.CV_8U);
    grain.release();
    Mat bgr = new Mat();
    Imgproc.cvtColor(seen, bgr, Imgproc.COLOR_GRAY2BGR);
    seen.release();
    return bgr;
  }

  static Mat ean13(String digits) {
    return zxing(BarcodeFormat.EAN_13, digits);
  }

  /** Thirteen digits with their check digit, not beginning with 0 (that would be a UPC-A). */
  static String ean13Digits(Random random) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < 12) {
      digits.append(random.nextInt(10));
    }
    return withCheckDigit(digits.toString());
  }

  /** Eight digits; the number they stand for has the last as its check digit. */
  static String upcE(Random random) {
    StringBuilder digits = new StringBuilder("0");
    while (digits.length() < 7) {
      digits.append(random.nextInt(10));
    }
    for (int last = 0; last < 10; last++) {
      String upcE = digits.toString() + last;
      if (new Code(Code.Symbology.UPC_E, upcE).gtin().isPresent()) {
        return upcE;
      }
    }
    throw new AssertionError(digits);
  }

  static String withCheckDigit(String digits) {
    for (int last = 0; last < 10; last++) {
      if (CheckDigit.isRight(digits + last)) {
        return digits + last;
      }
    }
    throw new AssertionError(digits);
  }
}
