package pannier.vision.codes;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/** Reads a QR code with ZXing; its own error correction vouches for the text. */
final class QrDecoder implements AutoCloseable {
  private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");

  /** A picture this large is looked at only as it is. */
  private static final int LARGEST_ENLARGED = 400;

  private final QRCodeReader reader = new QRCodeReader();
  private final Mat enlarged = new Mat();

  /** As it is; else enlarged and smoothed, which quietens noise on small modules. */
  Optional<Code> decode(Mat grey) {
    Optional<Code> code = decodeOnce(grey);
    if (code.isPresent() || Math.max(grey.cols(), grey.rows()) > LARGEST_ENLARGED) {
      return code;
    }
    Imgproc.resize(grey, enlarged, new Size(), 2, 2, Imgproc.INTER_LINEAR);
    Imgproc.GaussianBlur(enlarged, enlarged, new Size(0, 0), 1.6);
    return decodeOnce(enlarged);
  }

  private Optional<Code> decodeOnce(Mat grey) {
    byte[] pixels = new byte[grey.cols() * grey.rows()];
    grey.get(0, 0, pixels);
    LuminanceSource source =
        new PlanarYUVLuminanceSource(
            pixels, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
    try {
      String text = reader.decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS).getText();
      return text.isEmpty() ? Optional.empty() : Optional.of(new Code(Symbology.QR, text));
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    enlarged.release();
  }
}
