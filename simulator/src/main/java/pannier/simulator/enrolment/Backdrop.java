package pannier.simulator.enrolment;

import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What stands behind a product on a photo: a table, a wall, or a shelf out of focus. */
final class Backdrop {
  private Backdrop() {}

  static void paint(Mat photo, RandomGenerator random) {
    double grey = 90 + 130 * random.nextDouble();
    Scalar wall =
        new Scalar(
            Math.clamp(grey + 12 * random.nextGaussian(), 0, 255),
            Math.clamp(grey + 6 * random.nextGaussian(), 0, 255),
            Math.clamp(grey + 12 * random.nextGaussian(), 0, 255));
    photo.setTo(wall);
    double table = photo.rows() * (0.55 + 0.3 * random.nextDouble());
    double factor = 0.7 + 0.5 * random.nextDouble();
    Scalar top = new Scalar(wall.val[0] * factor, wall.val[1] * factor, wall.val[2] * factor);
    Imgproc.rectangle(
        photo, new Point(0, table), new Point(photo.cols(), photo.rows()), top, Imgproc.FILLED);
    if (random.nextBoolean()) {
      shelf(photo, random);
    }
    Imgproc.GaussianBlur(photo, photo, new Size(0, 0), 5);
    double side = 0.15 * random.nextGaussian();
    Mat shade = new Mat(1, 2, photo.type());
    byte left = bright(1 - side);
    byte right = bright(1 + side);
    shade.put(0, 0, new byte[] {left, left, left, right, right, right});
    Imgproc.resize(shade, shade, photo.size(), 0, 0, Imgproc.INTER_LINEAR);
    Core.multiply(photo, shade, photo, 1.0 / 180);
    shade.release();
  }

  private static byte bright(double factor) {
    return (byte) Math.clamp((int) (180 * factor), 0, 255);
  }

  private static void shelf(Mat photo, RandomGenerator random) {
    for (int i = 0; i < 7; i++) {
      double left = photo.cols() * (i / 6.0 - 0.1);
      double top = photo.rows() * 0.3 * random.nextDouble();
      Scalar goods =
          new Scalar(40 + random.nextInt(180), 40 + random.nextInt(180), 40 + random.nextInt(180));
      Imgproc.rectangle(
          photo,
          new Point(left, top),
          new Point(left + photo.cols() / 8.0, photo.rows() * 0.62),
          goods,
          Imgproc.FILLED);
    }
  }
}
