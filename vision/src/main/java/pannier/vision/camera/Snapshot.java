package pannier.vision.camera;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** A crop as a small JPEG. */
final class Snapshot {
  /** Enough to tell a pack by, and some ten kilobytes. */
  private static final double LONGEST_PX = 320;

  private static final int JPEG_QUALITY = 80;

  private final byte[] jpeg;

  private Snapshot(byte[] jpeg) {
    this.jpeg = jpeg;
  }

  byte[] jpeg() {
    return jpeg.clone();
  }

  static Snapshot of(Mat bgr) {
    double scale = LONGEST_PX / Math.max(bgr.cols(), bgr.rows());
    Mat small = new Mat();
    MatOfByte encoded = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    try {
      if (scale < 1) {
        Imgproc.resize(bgr, small, new Size(), scale, scale, Imgproc.INTER_AREA);
      }
      Imgcodecs.imencode(".jpg", scale < 1 ? small : bgr, encoded, options);
      return new Snapshot(encoded.toArray());
    } finally {
      small.release();
      encoded.release();
      options.release();
    }
  }
}
