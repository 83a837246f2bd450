package pannier.vision.camera;

import org.opencv.core.Mat;
import org.opencv.core.Rect;
import pannier.vision.Crop;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Box;

/** Cuts the place of a blob out of a whole frame. */
final class CropCutter {
  private final int longSideCells;
  private final double marginFraction;

  CropCutter(VisionConfig config) {
    longSideCells = config.longSideCells();
    marginFraction = config.outcropFraction();
  }

  /** A copy of what a frame shows at a blob's place; its pixels are the caller's. */
  Crop cut(Mat frame, Blob blob) {
    Box box = blob.box();
    double pxPerCell = (double) Math.max(frame.cols(), frame.rows()) / longSideCells;
    int across = box.widthCells();
    int down = box.heightCells();
    double margin = marginFraction * Math.max(across, down);
    int left = clamp((box.left() - margin) * pxPerCell, frame.cols() - 1);
    int top = clamp((box.top() - margin) * pxPerCell, frame.rows() - 1);
    int right = clamp((box.right() + 1 + margin) * pxPerCell, frame.cols());
    int bottom = clamp((box.bottom() + 1 + margin) * pxPerCell, frame.rows());
    Rect place = new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    Mat view = frame.submat(place);
    try {
      return new Crop(view.clone(), quality(blob, frame, pxPerCell));
    } finally {
      view.release();
    }
  }

  private static int clamp(double value, int most) {
    return Math.clamp(Math.round(value), 0, most);
  }

  /** Small pictures say little: 64 pixels across are as good as any. */
  private static double quality(Blob blob, Mat frame, double pxPerCell) {
    Box box = blob.box();
    double sidePx = Math.sqrt(blob.size()) * pxPerCell;
    boolean cutOff =
        box.left() == 0
            || box.top() == 0
            || (box.right() + 1) * pxPerCell >= frame.cols()
            || (box.bottom() + 1) * pxPerCell >= frame.rows();
    return Math.min(1, sidePx / 64) * (cutOff ? 0.6 : 1);
  }
}
