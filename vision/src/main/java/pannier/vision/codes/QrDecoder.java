package pannier.vision.codes;

import com.google.zxing.ReaderException;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.QRCodeDetector;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/**
 * Reads a QR code with ZXing in a picture that was sharpened and told into dark and bright before,
 * and what ZXing's detector loses, such as modules with rounded corners, with OpenCV's. The
 * symbol's own error correction vouches for the text. Holds native memory.
 */
final class QrDecoder implements AutoCloseable {
  /** Larger pictures, if any, show a symbol with larger modules. */
  private static final int LARGEST_ENLARGED = 640;

  private static final double NOISE_RADIUS = 0.6;
  private static final int AROUND_RADIUS = 5;
  private static final double SHARPNESS = 2;

  /** A mark's core of ten pixels a module still has an edge in it. */
  private static final Size NEIGHBOURHOOD = new Size(31, 31);

  private final Decoder decoder = new Decoder();
  private final QRCodeDetector detector = new QRCodeDetector();
  private final Mat neighbourhood =
      Imgproc.getStructuringElement(Imgproc.MORPH_RECT, NEIGHBOURHOOD);
  private final Mat scaled = new Mat();
  private final Mat sharp = new Mat();
  private final Mat blurred = new Mat();
  private final Mat darkest = new Mat();
  private final Mat brightest = new Mat();

  Optional<Code> decode(Mat grey) {
    Imgproc.resize(grey, scaled, new Size(), 0.5, 0.5, Imgproc.INTER_AREA);
    Optional<Code> code = decode(binary(scaled, 1));
    if (code.isPresent()) {
      return code;
    }
    BinaryPicture picture = binary(grey, 1);
    if (!FinderMarks.areIn(picture)) {
      return Optional.empty();
    }
    code = decode(picture);
    if (code.isEmpty() && Math.max(grey.cols(), grey.rows()) <= LARGEST_ENLARGED) {
      Imgproc.resize(grey, scaled, new Size(), 2, 2, Imgproc.INTER_LINEAR);
      code = decode(binary(scaled, 2));
    }
    return code.isPresent() ? code : code(detector.detectAndDecode(grey));
  }

  private static Optional<Code> code(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Code(Symbology.QR, text));
  }

  private BinaryPicture binary(Mat grey, int scale) {
    Imgproc.GaussianBlur(grey, sharp, new Size(0, 0), scale * NOISE_RADIUS);
    int around = 2 * scale * AROUND_RADIUS + 1;
    Imgproc.blur(sharp, blurred, new Size(around, around));
    Core.addWeighted(sharp, 1 + scale * SHARPNESS, blurred, -scale * SHARPNESS, 0, sharp);
    Imgproc.erode(sharp, darkest, neighbourhood);
    Imgproc.dilate(sharp, brightest, neighbourhood);
    Core.addWeighted(darkest, 0.5, brightest, 0.5, 0, darkest);
    Core.compare(sharp, darkest, sharp, Core.CMP_LT);
    byte[] pixels = new byte[sharp.cols() * sharp.rows()];
    sharp.get(0, 0, pixels);
    return new BinaryPicture(pixels, sharp.cols(), sharp.rows());
  }

  private Optional<Code> decode(BinaryPicture picture) {
    if (!FinderMarks.areIn(picture)) {
      return Optional.empty();
    }
    try {
      DetectorResult found = new Detector(picture.bits()).detect(Map.of());
      return code(decoder.decode(found.getBits(), Map.of()).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    for (Mat mat : new Mat[] {neighbourhood, scaled, sharp, blurred, darkest, brightest}) {
      mat.release();
    }
  }
}
