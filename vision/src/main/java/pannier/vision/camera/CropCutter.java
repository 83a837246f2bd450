package pannier.vision.camera;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.vision.Crop;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Box;
import pannier.vision.track.Waypoint;

/** Cuts the place of an item out of a whole frame. */
final class CropCutter {
  /** Small pictures say little: so many pixels across are as good as any. */
  private static final double ENOUGH_PX = 64;

  /** Of a mask whose cells are 0 or 255. */
  private static final double HALF = 127;

  private static final double CUT_OFF_QUALITY = 0.6;
  private static final double CARRIED_QUALITY = 0.7;

  private final int longSideCells;
  private final double marginFraction;

  CropCutter(VisionConfig config) {
    longSideCells = config.longSideCells();
    marginFraction = config.outcropFraction();
  }

  /** An item that lies still; the copy's pixels are the caller's. */
  Crop resting(Mat frame, Blob blob) {
    double quality = quality(frame, blob.box(), Math.sqrt(blob.size()));
    Mat pixels = copy(frame, blob.box());
    cutOut(pixels, place(frame, blob.box()), blob, frame);
    return new Crop(pixels, quality);
  }

  /**
   * Paints what lies around the item over with its mean colour: in a full basket half of a crop is
   * of other products.
   */
  private void cutOut(Mat pixels, Rect place, Blob blob, Mat frame) {
    Mat cells = cells(blob, frame);
    Mat whole = new Mat();
    Mat outside = new Mat();
    try {
      Imgproc.resize(cells, whole, frame.size(), 0, 0, Imgproc.INTER_LINEAR);
      Mat inside = whole.submat(place);
      Core.compare(inside, new Scalar(HALF), outside, Core.CMP_LT);
      inside.release();
      pixels.setTo(Core.mean(pixels, outside), outside);
    } finally {
      cells.release();
      whole.release();
      outside.release();
    }
  }

  /** A blob's cells and one around them, its dents filled, on the grid of small pictures. */
  private Mat cells(Blob blob, Mat frame) {
    double pxPerCell = pxPerCell(frame);
    int across = Math.max(1, (int) Math.round(frame.cols() / pxPerCell));
    int down = Math.max(1, (int) Math.round(frame.rows() / pxPerCell));
    Mat cells = Mat.zeros(down, across, CvType.CV_8UC1);
    blob.cells().forEach(cell -> cells.put(cell / across, cell % across, 255));
    Mat dents = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(7, 7));
    Mat square = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3));
    Imgproc.morphologyEx(cells, cells, Imgproc.MORPH_CLOSE, dents);
    Imgproc.dilate(cells, cells, square);
    dents.release();
    square.release();
    return cells;
  }

  /**
   * An item on its way, hand and blur and all; the copy's pixels are the caller's.
   *
   * @param still a frame of the same camera
   * @param restingSharpness of the same item lying still
   */
  Optional<Crop> carried(VisitFrames frames, Waypoint point, Mat still, double restingSharpness) {
    Box box = point.place();
    double sideCells = Math.sqrt((double) box.widthCells() * box.heightCells());
    double quality = CARRIED_QUALITY * quality(still, box, sideCells);
    return frames
        .at(point.timestampNanos(), place(still, box))
        .map(pixels -> new Crop(pixels, quality * sharpness(pixels, restingSharpness)));
  }

  private static double sharpness(Mat pixels, double resting) {
    return Math.min(1, Sharpness.of(pixels) / (1 + resting));
  }

  private Rect place(Mat frame, Box box) {
    double pxPerCell = pxPerCell(frame);
    int across = box.widthCells();
    int down = box.heightCells();
    double margin = marginFraction * Math.max(across, down);
    int left = clamp((box.left() - margin) * pxPerCell, frame.cols() - 1);
    int top = clamp((box.top() - margin) * pxPerCell, frame.rows() - 1);
    int right = clamp((box.right() + 1 + margin) * pxPerCell, frame.cols());
    int bottom = clamp((box.bottom() + 1 + margin) * pxPerCell, frame.rows());
    return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private Mat copy(Mat frame, Box box) {
    Mat view = frame.submat(place(frame, box));
    try {
      return view.clone();
    } finally {
      view.release();
    }
  }

  private double pxPerCell(Mat frame) {
    return (double) Math.max(frame.cols(), frame.rows()) / longSideCells;
  }

  private double quality(Mat frame, Box box, double sideCells) {
    double pxPerCell = pxPerCell(frame);
    double small = Math.min(1, sideCells * pxPerCell / ENOUGH_PX);
    return small * (isCutOff(box, frame, pxPerCell) ? CUT_OFF_QUALITY : 1);
  }

  private static int clamp(double value, int most) {
    return Math.clamp(Math.round(value), 0, most);
  }

  private static boolean isCutOff(Box box, Mat frame, double pxPerCell) {
    return box.left() == 0
        || box.top() == 0
        || (box.right() + 1) * pxPerCell >= frame.cols()
        || (box.bottom() + 1) * pxPerCell >= frame.rows();
  }
}
