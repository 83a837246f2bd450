package pannier.vision.enrol;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How fit a picture is for enrolment, by its pixels alone.
 *
 * @param sidePixels the shorter side
 * @param level mean brightness, 0 to 255
 * @param glare share of pixels that are white beyond any drawing on them, 0 to 1
 * @param skin share of pixels of the colours of hands, 0 to 1; some products have them as well
 * @param detail of its edges
 */
record Look(int sidePixels, double level, double glare, double skin, Detail detail) {
  /**
   * The edges in a picture, at a common size.
   *
   * @param print how many and strong they are: root mean square of the second derivatives
   * @param sharpness that by the first derivatives': how steep they are, whatever their number
   */
  record Detail(double print, double sharpness) {}

  /** The recogniser sees 256 pixels; what is much smaller has no print left. */
  private static final int LEAST_SIDE = 96;

  // Limits that 97 of 100 photos of a shop's shelves keep, and the same photos blurred by 2 % do
  // not.
  private static final double LEAST_LEVEL = 40;
  private static final double MOST_GLARE = 0.15;
  private static final double LEAST_SHARPNESS = 0.12;

  /** Rounding to whole grey levels alone gives half of this. */
  private static final double LEAST_PRINT = 2.5;

  private static final double MORE_SKIN = 0.3;
  private static final double LESS_PRINT = 0.7;
  private static final Size COMMON = new Size(256, 256);
  private static final int WHITE = 250;

  /** Of an 8-bit BGR picture. */
  static Look of(Mat bgr) {
    Mat common = new Mat();
    Mat other = new Mat();
    Mat mask = new Mat();
    try {
      Imgproc.resize(bgr, common, COMMON, 0, 0, Imgproc.INTER_AREA);
      Core.inRange(common, new Scalar(WHITE, WHITE, WHITE), new Scalar(255, 255, 255), mask);
      double glare = share(mask);
      // Chai and Ngan 1999: hands of all complexions lie close together once brightness is left
      // out.
      Imgproc.cvtColor(common, other, Imgproc.COLOR_BGR2YCrCb);
      Core.inRange(other, new Scalar(0, 133, 77), new Scalar(255, 173, 127), mask);
      double skin = share(mask);
      Imgproc.cvtColor(common, other, Imgproc.COLOR_BGR2GRAY);
      double level = Core.mean(other).val[0];
      int side = Math.min(bgr.cols(), bgr.rows());
      return new Look(side, level, glare, skin, detail(other));
    } finally {
      common.release();
      other.release();
      mask.release();
    }
  }

  private static double share(Mat mask) {
    return Core.countNonZero(mask) / COMMON.area();
  }

  private static Detail detail(Mat grey) {
    Mat first = new Mat();
    Mat second = new Mat();
    try {
      Imgproc.Laplacian(grey, second, CvType.CV_32F);
      double curvature = Core.norm(second);
      Imgproc.Sobel(grey, first, CvType.CV_32F, 1, 0);
      double across = Core.norm(first);
      Imgproc.Sobel(grey, first, CvType.CV_32F, 0, 1);
      double slope = Math.max(1, Math.hypot(across, Core.norm(first)));
      return new Detail(curvature / Math.sqrt(COMMON.area()), curvature / slope);
    } finally {
      first.release();
      second.release();
    }
  }

  /**
   * Whether a hand covers what the other shows: far more of a hand's colours, and far less print.
   * By itself neither says so, as cardboard and potatoes have the colours of hands.
   */
  boolean isCoveredBeside(Look clear) {
    return skin > clear.skin + MORE_SKIN && detail.print < LESS_PRINT * clear.detail.print;
  }

  /** What makes it unfit, if anything. */
  Optional<Refusal> fault() {
    if (sidePixels < LEAST_SIDE) {
      return Optional.of(Refusal.TOO_SMALL);
    }
    if (level < LEAST_LEVEL) {
      return Optional.of(Refusal.TOO_DARK);
    }
    if (glare > MOST_GLARE) {
      return Optional.of(Refusal.GLARE);
    }
    boolean blurred = detail.sharpness < LEAST_SHARPNESS || detail.print < LEAST_PRINT;
    return blurred ? Optional.of(Refusal.BLURRED) : Optional.empty();
  }
}
