package pannier.simulator.art;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Draws on a picture in fractions of its width and height. It does not own the picture. */
final class Brush {
  /** Steps of a module in which bars are drawn before they are shrunk. */
  private static final int FINE = 16;

  private final Mat picture;

  Brush(Mat picture) {
    this.picture = picture;
  }

  double width() {
    return picture.cols();
  }

  double height() {
    return picture.rows();
  }

  Point at(double x, double y) {
    return new Point(x * width(), y * height());
  }

  void fill(Colour colour) {
    picture.setTo(colour.bgr());
  }

  void rectangle(double left, double top, double right, double bottom, Colour colour) {
    Imgproc.rectangle(picture, at(left, top), at(right, bottom), colour.bgr(), Imgproc.FILLED);
  }

  /** A disc or an ellipse; the radii are fractions of the width. */
  void ellipse(Point centre, double radiusX, double radiusY, double degrees, Colour colour) {
    Size axes = new Size(radiusX * width(), radiusY * width());
    Imgproc.ellipse(
        picture, centre, axes, degrees, 0, 360, colour.bgr(), Imgproc.FILLED, Imgproc.LINE_AA, 0);
  }

  void disc(Point centre, double radius, Colour colour) {
    ellipse(centre, radius, radius, 0, colour);
  }

  /** A line, its thickness a fraction of the width. */
  void line(Point from, Point to, double thickness, Colour colour) {
    int pixels = Math.max(1, (int) Math.round(thickness * width()));
    Imgproc.line(picture, from, to, colour.bgr(), pixels, Imgproc.LINE_AA, 0);
  }

  void polygon(List<Point> points, Colour colour) {
    MatOfPoint outline = new MatOfPoint(points.toArray(new Point[0]));
    Imgproc.fillPoly(picture, List.of(outline), colour.bgr(), Imgproc.LINE_AA);
    outline.release();
  }

  /** Text as large as fits the rectangle, centred in it. */
  void text(String text, Livery.Face face, Rect box, Colour colour) {
    if (text.isEmpty()) {
      return;
    }
    int font =
        switch (face) {
          case PLAIN, BOLD -> Imgproc.FONT_HERSHEY_DUPLEX;
          case SERIF -> Imgproc.FONT_HERSHEY_TRIPLEX;
          case SCRIPT -> Imgproc.FONT_HERSHEY_SCRIPT_COMPLEX;
        };
    double weight = face == Livery.Face.BOLD ? 4.2 : face == Livery.Face.PLAIN ? 2 : 3;
    int[] baseline = new int[1];
    Size unit = Imgproc.getTextSize(text, font, 1, 1, baseline);
    double scale = Math.min(box.width / (unit.width + weight), box.height / (unit.height * 1.25));
    int thickness = Math.max(1, (int) Math.round(scale * weight));
    Point origin =
        new Point(
            box.x + (box.width - unit.width * scale) / 2,
            box.y + (box.height + unit.height * scale) / 2);
    Imgproc.putText(
        picture, text, origin, font, scale, colour.bgr(), thickness, Imgproc.LINE_AA, false);
  }

  /**
   * Bars on white, each as broad as it should be to a part of a pixel.
   *
   * @param modules 1 is a bar
   * @param all modules that the box is wide: what is left is blank on both sides
   */
  void bars(String modules, int all, Rect box) {
    Mat drawn = new Mat(1, all * FINE, CvType.CV_8UC3, Colour.WHITE.bgr());
    int quiet = (all - modules.length()) / 2;
    for (int i = 0; i < modules.length(); i++) {
      if (modules.charAt(i) == '1') {
        Mat bar = drawn.colRange((quiet + i) * FINE, (quiet + i + 1) * FINE);
        bar.setTo(Colour.BLACK.bgr());
        bar.release();
      }
    }
    Mat place = picture.submat(box);
    Mat row = new Mat();
    Imgproc.resize(drawn, row, new Size(box.width, 1), 0, 0, Imgproc.INTER_AREA);
    Imgproc.resize(row, place, place.size(), 0, 0, Imgproc.INTER_NEAREST);
    drawn.release();
    row.release();
    place.release();
  }

  /** A rectangle in pixels from fractions. */
  Rect box(double left, double top, double right, double bottom) {
    return new Rect(
        (int) (left * width()),
        (int) (top * height()),
        (int) ((right - left) * width()),
        (int) ((bottom - top) * height()));
  }
}
