package pannier.vision.codes;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.BarcodeDetector;
import org.opencv.objdetect.QRCodeDetector;

/** The libraries by themselves, as a program would use them that does nothing more. */
final class Peers implements AutoCloseable {
  private final MultiFormatReader zxing = new MultiFormatReader();
  private final BarcodeDetector bars = new BarcodeDetector();
  private final QRCodeDetector squares = new QRCodeDetector();
  private final Mat grey = new Mat();

  Peers() {
    zxing.setHints(Map.of(DecodeHintType.TRY_HARDER, true));
  }

  /** What ZXing reads in a BGR picture, trying hard. */
  Optional<String> zxing(Mat picture) {
    Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    byte[] pixels = new byte[grey.cols() * grey.rows()];
    grey.get(0, 0, pixels);
    var source =
        new PlanarYUVLuminanceSource(
            pixels, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
    try {
      return Optional.of(
          zxing.decodeWithState(new BinaryBitmap(new HybridBinarizer(source))).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** What OpenCV reads in a BGR picture. */
  Optional<String> openCv(Mat picture, Scene.Kind kind) {
    String text =
        kind == Scene.Kind.QR ? squares.detectAndDecode(picture) : bars.detectAndDecode(picture);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public void close() {
    grey.release();
  }
}
