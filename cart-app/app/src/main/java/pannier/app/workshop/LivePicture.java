package pannier.app.workshop;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** A frame made small for the screen, and how well the camera sees. Used by the camera's thread. */
final class LivePicture {
  private static final int WIDTH_PX = 640;
  private static final int QUALITY = 75;

  private final byte[] jpeg;
  private final double level;
  private final double edge;

  private LivePicture(byte[] jpeg, double level, double edge) {
    this.jpeg = jpeg;
    this.level = level;
    this.edge = edge;
  }

  byte[] jpeg() {
    return jpeg.clone();
  }

  /** Mean brightness, 0 to 255. */
  double level() {
    return level;
  }

  /** How crisp its edges are: the standard deviation of the Laplacian. */
  double edge() {
    return edge;
  }

  static LivePicture of(Mat bgr) {
    Mat small = new Mat();
    Mat grey = new Mat();
    MatOfByte encoded = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    try {
      double scale = (double) WIDTH_PX / bgr.cols();
      Imgproc.resize(bgr, small, new Size(), scale, scale, Imgproc.INTER_AREA);
      Imgcodecs.imencode(".jpg", small, encoded, options);
      Imgproc.cvtColor(small, grey, Imgproc.COLOR_BGR2GRAY);
      double level = Core.mean(grey).val[0];
      Imgproc.Laplacian(grey, grey, grey.depth());
      Core.meanStdDev(grey, mean, deviation);
      return new LivePicture(encoded.toArray(), level, deviation.toArray()[0]);
    } finally {
      small.release();
      grey.release();
      encoded.release();
      options.release();
      mean.release();
      deviation.release();
    }
  }

  /** A picture at its own size, as a file's bytes. */
  static byte[] file(Mat bgr) {
    MatOfByte encoded = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 92);
    try {
      Imgcodecs.imencode(".jpg", bgr, encoded, options);
      return encoded.toArray();
    } finally {
      encoded.release();
      options.release();
    }
  }
}
