package pannier.vision.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.BarcodeDetector;

/**
 * Cuts what looks like bars out of a picture and turns it so that the bars stand upright.
 *
 * <p>OpenCV's detector only finds; what it decodes by itself is not used, as it makes EANs out of
 * other symbols.
 */
final class Straightener implements AutoCloseable {
  /** Quiet zones and a little more are added on either side, as a share of the width. */
  private static final double MARGIN = 0.18;

  private static final int MOST_STRIPS = 4;
  private static final int MOST_ROWS = 64;
  private static final int LARGEST_SIDE = 640;

  /** 0 where brightness changes in all directions alike, 1 where in one alone. */
  private static final double LEAST_COHERENCE = 0.3;

  private final BarcodeDetector detector = new BarcodeDetector();
  private final Mat corners = new Mat();
  private final Mat across = new Mat();
  private final Mat down = new Mat();
  private final Mat turned = new Mat();

  /** What the detector takes for bar codes, with their quiet zones. */
  List<Strip> found(Mat grey) {
    List<Strip> strips = new ArrayList<>();
    if (detector.detectMulti(grey, corners)) {
      for (int i = 0; i < Math.min(MOST_STRIPS, corners.rows()); i++) {
        strips.add(strip(grey, corners(i)));
      }
    }
    return strips;
  }

  private Point[] corners(int row) {
    float[] values = new float[8];
    corners.get(row, 0, values);
    Point[] points = new Point[4];
    for (int i = 0; i < 4; i++) {
      points[i] = new Point(values[2 * i], values[2 * i + 1]);
    }
    return points;
  }

  /** Corners come bottom left, top left, top right, bottom right. */
  private static Strip strip(Mat grey, Point[] found) {
    double width = distance(found[1], found[2]);
    double height = distance(found[0], found[1]);
    double step = MARGIN;
    Point[] from = {
      beyond(found[2], found[1], step),
      beyond(found[1], found[2], step),
      beyond(found[3], found[0], step)
    };
    int columns = Math.max(8, (int) Math.round(width * (1 + 2 * step)));
    int rows = Math.clamp(Math.round(height), 4, MOST_ROWS);
    MatOfPoint2f source = new MatOfPoint2f(from);
    MatOfPoint2f target =
        new MatOfPoint2f(new Point(0, 0), new Point(columns - 1, 0), new Point(0, rows - 1));
    Mat transform = Imgproc.getAffineTransform(source, target);
    Mat strip = new Mat();
    Imgproc.warpAffine(
        grey,
        strip,
        transform,
        new Size(columns, rows),
        Imgproc.INTER_LINEAR,
        Core.BORDER_REPLICATE,
        new Scalar(0));
    Strip result = Strip.of(strip);
    for (Mat mat : new Mat[] {source, target, transform, strip}) {
      mat.release();
    }
    return result;
  }

  private static Point beyond(Point from, Point to, double share) {
    return new Point(to.x + share * (to.x - from.x), to.y + share * (to.y - from.y));
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x - b.x, a.y - b.y);
  }

  /**
   * The whole picture, turned by the direction in which brightness changes most; empty when it
   * changes in no direction much more than across it, as bars would make it.
   */
  Optional<Strip> whole(Mat grey) {
    if (Math.max(grey.cols(), grey.rows()) > LARGEST_SIDE) {
      return Optional.empty();
    }
    Imgproc.Sobel(grey, across, CvType.CV_32F, 1, 0);
    Imgproc.Sobel(grey, down, CvType.CV_32F, 0, 1);
    double xx = across.dot(across);
    double yy = down.dot(down);
    double xy = across.dot(down);
    if (Math.hypot(xx - yy, 2 * xy) < LEAST_COHERENCE * (xx + yy)) {
      return Optional.empty();
    }
    turn(grey, 0.5 * Math.atan2(2 * xy, xx - yy));
    return Optional.of(Strip.of(turned));
  }

  private void turn(Mat grey, double angle) {
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    Size size =
        new Size(
            Math.round(grey.cols() * cos + grey.rows() * sin),
            Math.round(grey.cols() * sin + grey.rows() * cos));
    Point middle = new Point(grey.cols() / 2.0, grey.rows() / 2.0);
    Mat transform = Imgproc.getRotationMatrix2D(middle, Math.toDegrees(angle), 1);
    transform.put(0, 2, transform.get(0, 2)[0] + size.width / 2 - middle.x);
    transform.put(1, 2, transform.get(1, 2)[0] + size.height / 2 - middle.y);
    Imgproc.warpAffine(
        grey, turned, transform, size, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, new Scalar(0));
    transform.release();
  }

  @Override
  public void close() {
    for (Mat mat : new Mat[] {corners, across, down, turned}) {
      mat.release();
    }
  }
}
