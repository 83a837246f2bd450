package pannier.vision.codes;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Cuts bars out of a picture and turns them so that they stand upright. Holds native memory. */
final class Straightener implements AutoCloseable {
  /** Quiet zones are added on either side, as a share of the length and in pixels. */
  private static final double MARGIN = 0.12;

  private static final double LEAST_MARGIN = 16;
  private static final int MOST_ROWS = 256;

  private final Mat transform = new Mat(2, 3, CvType.CV_64F);
  private final Mat straight = new Mat();

  /** The patch with its quiet zones, read off the picture between its pixels. */
  Strip straighten(Mat grey, BarPatch patch) {
    double margin = Math.max(LEAST_MARGIN, MARGIN * patch.across());
    int columns = (int) Math.round(patch.across() + 2 * margin);
    int rows = Math.clamp(Math.round(patch.along()), 4, MOST_ROWS);
    double cos = Math.cos(patch.angle());
    double sin = Math.sin(patch.angle());
    double halfAcross = (columns - 1) / 2.0;
    double halfAlong = (rows - 1) / 2.0;
    double stepX = cos - sin * patch.shear();
    double stepY = sin + cos * patch.shear();
    transform.put(
        0,
        0,
        stepX,
        -sin,
        patch.x() - stepX * halfAcross + sin * halfAlong,
        stepY,
        cos,
        patch.y() - stepY * halfAcross - cos * halfAlong);
    Imgproc.warpAffine(
        grey,
        straight,
        transform,
        new Size(columns, rows),
        Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
        Core.BORDER_REPLICATE,
        new Scalar(0));
    return Strip.of(straight);
  }

  @Override
  public void close() {
    transform.release();
    straight.release();
  }
}
