package pannier.vision.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.hal.WholePicture;
import pannier.vision.Crop;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Box;
import pannier.vision.motion.Shrinker;
import pannier.vision.track.Waypoint;

/** Cuts the place of an item out of a frame. */
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

  /**
   * An item that lies still; the copy's pixels are the caller's.
   *
   * @param shown how much of itself it shows, 0 to 1
   */
  Crop resting(QuietFrame shows, Blob blob, double shown) {
    CellGrid grid = grid(shows.pixels());
    Rect place = place(grid, blob.box());
    Mat pixels = copy(shows.pixels(), place);
    cutOut(pixels, cells(blob, grid), grid, place);
    double quality = quality(grid, blob.box(), Math.sqrt(blob.size()));
    return new Crop(
        pixels,
        quality * shown,
        () ->
            fine(shows.whole(), place)
                .map(
                    fine -> {
                      cutOut(fine, cells(blob, grid), grid, place);
                      return fine;
                    }));
  }

  /** All that is seen at a place; the copy's pixels are the caller's. */
  Crop all(QuietFrame shows, Box box) {
    Rect place = place(grid(shows.pixels()), box);
    return new Crop(copy(shows.pixels(), place), 1, () -> fine(shows.whole(), place));
  }

  private static Mat copy(Mat frame, Rect place) {
    Mat view = frame.submat(place);
    Mat copy = view.clone();
    view.release();
    return copy;
  }

  private static Optional<Mat> fine(Optional<WholePicture> whole, Rect place) {
    return whole
        .flatMap(
            all -> all.part(new WholePicture.Place(place.x, place.y, place.width, place.height)))
        .map(
            part -> {
              Mat view = Shrinker.view(part);
              Mat pixels = view.clone();
              view.release();
              return pixels;
            });
  }

  /**
   * Paints what lies around the item over with its mean colour: in a full basket half of a crop is
   * of other products.
   *
   * @param pixels of the place, as many as the frame has there or more
   * @param item mask of its cells, on the grid of small pictures; released by this
   */
  private static void cutOut(Mat pixels, Mat item, CellGrid grid, Rect place) {
    Mat whole = new Mat();
    Mat inside = new Mat();
    Mat outside = new Mat();
    try {
      Size frame = new Size(grid.widthPx(), grid.heightPx());
      Imgproc.resize(item, whole, frame, 0, 0, Imgproc.INTER_LINEAR);
      Mat view = whole.submat(place);
      Imgproc.resize(view, inside, pixels.size(), 0, 0, Imgproc.INTER_LINEAR);
      view.release();
      Core.compare(inside, new Scalar(HALF), outside, Core.CMP_LT);
      pixels.setTo(Core.mean(pixels, outside), outside);
    } finally {
      item.release();
      whole.release();
      inside.release();
      outside.release();
    }
  }

  /** A blob's cells and one around them, its dents filled. */
  private static Mat cells(Blob blob, CellGrid grid) {
    Mat cells = Mat.zeros(grid.down(), grid.across(), CvType.CV_8UC1);
    blob.cells().forEach(cell -> cells.put(cell / grid.across(), cell % grid.across(), 255));
    Mat dents = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(7, 7));
    Imgproc.morphologyEx(cells, cells, Imgproc.MORPH_CLOSE, dents);
    dents.release();
    return grown(cells);
  }

  /**
   * All that lies between the cells that move at a place, and one cell around it: what moves past
   * something alike has holes, not only dents.
   */
  private static Mat hull(Waypoint point, CellGrid grid) {
    Mat cells = Mat.zeros(grid.down(), grid.across(), CvType.CV_8UC1);
    List<Point> moving = new ArrayList<>();
    point
        .moving()
        .cells()
        .forEach(
            cell -> {
              int x = cell % grid.across();
              int y = cell / grid.across();
              if (point.place().has(x, y)) {
                moving.add(new Point(x, y));
              }
            });
    MatOfPoint points = new MatOfPoint();
    points.fromList(moving);
    MatOfInt corners = new MatOfInt();
    Imgproc.convexHull(points, corners);
    MatOfPoint hull = new MatOfPoint();
    hull.fromList(Arrays.stream(corners.toArray()).mapToObj(moving::get).toList());
    Imgproc.fillConvexPoly(cells, hull, new Scalar(255));
    points.release();
    corners.release();
    hull.release();
    return grown(cells);
  }

  private static Mat grown(Mat cells) {
    Mat square = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3));
    Imgproc.dilate(cells, cells, square);
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
    CellGrid grid = grid(still);
    double sideCells = Math.sqrt((double) box.widthCells() * box.heightCells());
    double quality = CARRIED_QUALITY * quality(grid, box, sideCells);
    return frames
        .at(point.timestampNanos(), place(grid, box))
        .map(
            seen -> {
              double sharp = sharpness(seen.pixels(), restingSharpness);
              cutOut(seen.pixels(), hull(point, grid), grid, seen.place());
              return new Crop(
                  seen.pixels(), quality * sharp, () -> fine(seen.whole(), seen.place()));
            });
  }

  private static double sharpness(Mat pixels, double resting) {
    return Math.min(1, Sharpness.of(pixels) / (1 + resting));
  }

  private CellGrid grid(Mat frame) {
    return new CellGrid(frame.cols(), frame.rows(), longSideCells);
  }

  private Rect place(CellGrid grid, Box box) {
    return grid.pixels(box, marginFraction * Math.max(box.widthCells(), box.heightCells()));
  }

  private static double quality(CellGrid grid, Box box, double sideCells) {
    double small = Math.min(1, sideCells * grid.pxPerCell() / ENOUGH_PX);
    return small * (grid.isAtEdge(box) ? CUT_OFF_QUALITY : 1);
  }
}
