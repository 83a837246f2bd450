package pannier.simulator.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import pannier.domain.evidence.Code;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.paper.QrPicture;
import pannier.vision.codes.CodeReader;

/** Staff make a pairing code and hold it before the cart's camera, which reads it. */
final class PairingShown {
  private static final int MODULE_PX = 6;
  private static final int WIDTH_PX = 640;
  private static final int HEIGHT_PX = 480;
  private static final Scalar DARK = new Scalar(40);

  private PairingShown() {}

  /**
   * What the camera reads.
   *
   * @param gateData the running gate's folder
   */
  static String toCamera(Path gateData) throws IOException {
    try (Doorkeeper keeper = Doorkeeper.open(gateData, InstantSource.system())) {
      String text =
          keeper
              .pairing()
              .show(Optional.empty(), "demo")
              .orElseThrow(() -> new IOException("the gate has not opened its door"))
              .code()
              .text();
      return read(QrPicture.of(text));
    }
  }

  private static String read(QrPicture shown) throws IOException {
    Mat picture = new Mat(HEIGHT_PX, WIDTH_PX, CvType.CV_8UC1, new Scalar(150));
    try (CodeReader reader = new CodeReader()) {
      int side = shown.side() * MODULE_PX;
      int left = (WIDTH_PX - side) / 2;
      int top = (HEIGHT_PX - side) / 2;
      fill(picture, new Rect(left, top, side, side), new Scalar(235));
      for (QrPicture.Module module : shown.dark()) {
        int x = left + module.column() * MODULE_PX;
        int y = top + module.row() * MODULE_PX;
        fill(picture, new Rect(x, y, MODULE_PX, MODULE_PX), DARK);
      }
      return reader.read(picture).stream()
          .map(Code::text)
          .findFirst()
          .orElseThrow(() -> new IOException("the camera does not read the pairing code"));
    } finally {
      picture.release();
    }
  }

  private static void fill(Mat picture, Rect where, Scalar grey) {
    Mat part = picture.submat(where);
    part.setTo(grey);
    part.release();
  }
}
