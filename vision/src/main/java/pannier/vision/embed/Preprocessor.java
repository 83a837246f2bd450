package pannier.vision.embed;

import java.nio.ByteOrder;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Writes a picture into a network's input: squashed to the input's square with INTER_AREA, BGR to
 * RGB, each value v to v / 127.5 − 1 and then as the input stores it, through a table of 256.
 *
 * <p>All in native memory of its own, so that a picture costs no garbage.
 */
final class Preprocessor implements AutoCloseable {
  private final Mat resized;
  private final Mat rgb;
  private final Mat table;
  private final Mat target;
  private final Size size;

  /** The input must be of shape 1 × size × size × 3. */
  Preprocessor(Tensor input) {
    int sizePixels = input.shape().get(1);
    size = new Size(sizePixels, sizePixels);
    resized = new Mat(sizePixels, sizePixels, CvType.CV_8UC3);
    rgb = new Mat(sizePixels, sizePixels, CvType.CV_8UC3);
    table = table(input);
    target =
        new Mat(
            sizePixels,
            sizePixels,
            CvType.makeType(depth(input.kind()), 3),
            input.data().asByteBuffer().order(ByteOrder.nativeOrder()));
  }

  /** Fills the input that it was made for. */
  void write(Mat bgr) {
    Imgproc.resize(bgr, resized, size, 0, 0, Imgproc.INTER_AREA);
    Imgproc.cvtColor(resized, rgb, Imgproc.COLOR_BGR2RGB);
    Core.LUT(rgb, table, target);
  }

  private static int depth(Tensor.Kind kind) {
    return switch (kind) {
      case FLOAT32 -> CvType.CV_32F;
      case UINT8 -> CvType.CV_8U;
      case INT8 -> CvType.CV_8S;
    };
  }

  private static Mat table(Tensor input) {
    Mat table = new Mat(1, 256, CvType.makeType(depth(input.kind()), 1));
    for (int value = 0; value < 256; value++) {
      float real = value / 127.5f - 1;
      long stored = (long) Math.rint(real / input.scale() + input.zeroPoint());
      switch (input.kind()) {
        case FLOAT32 -> table.put(0, value, new float[] {real});
        case UINT8 -> table.put(0, value, new byte[] {(byte) Math.clamp(stored, 0, 255)});
        case INT8 -> table.put(0, value, new byte[] {(byte) Math.clamp(stored, -128, 127)});
      }
    }
    return table;
  }

  @Override
  public void close() {
    for (Mat mat : new Mat[] {resized, rgb, table, target}) {
      mat.release();
    }
  }
}
