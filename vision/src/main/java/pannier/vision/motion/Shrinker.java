package pannier.vision.motion;

import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.hal.Frame;

/** Shrinks a camera's frames to small pictures. Needs OpenCV to be loaded. */
public final class Shrinker implements AutoCloseable {
  private final Mat small = new Mat();

  /** Halving is much quicker than shrinking by any other factor, and gives the same means. */
  private final Mat even = new Mat();

  private final Mat odd = new Mat();
  private final int longSideCells;
  private @Nullable SmallPicture raw;
  private @Nullable SmallPicture smooth;

  /**
   * @param longSideCells cells along the longer side of every small picture, 16 or more
   */
  public Shrinker(int longSideCells) {
    this.longSideCells = longSideCells;
  }

  /** A frame as OpenCV sees it, without a copy: valid as long as the frame is. The caller's. */
  public static Mat view(Frame frame) {
    return new Mat(
        frame.heightPx(),
        frame.widthPx(),
        CvType.CV_8UC3,
        frame.pixels().asByteBuffer(),
        frame.strideBytes());
  }

  /** Shrinks a frame, keeping its shape. The picture is filled anew by the next call. */
  public SmallPicture shrink(Frame frame) {
    double scale = (double) longSideCells / Math.max(frame.widthPx(), frame.heightPx());
    int width = Math.max(1, (int) Math.round(frame.widthPx() * scale));
    int height = Math.max(1, (int) Math.round(frame.heightPx() * scale));
    Mat whole = view(frame);
    try {
      Mat from = whole;
      int step = 0;
      while (from.cols() >= 2 * width && from.cols() % 2 == 0 && from.rows() % 2 == 0) {
        Mat half = step++ % 2 == 0 ? even : odd;
        resize(from, half, from.cols() / 2, from.rows() / 2);
        from = half;
      }
      resize(from, small, width, height);
    } finally {
      whole.release();
    }
    raw = filled(raw, frame.timestampNanos());
    return raw;
  }

  private static void resize(Mat from, Mat to, int width, int height) {
    Imgproc.resize(from, to, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
  }

  /**
   * The picture that was shrunk last, smoothed so many times over 3 x 3 cells. Filled anew, too.
   */
  public SmallPicture smoothed(SmallPicture last, int times) {
    for (int i = 0; i < times; i++) {
      Imgproc.blur(small, small, new Size(3, 3));
    }
    smooth = filled(smooth, last.timestampNanos());
    return smooth;
  }

  private SmallPicture filled(@Nullable SmallPicture old, long timestampNanos) {
    int width = small.cols();
    int height = small.rows();
    SmallPicture picture = old;
    if (picture == null || picture.widthCells() != width || picture.heightCells() != height) {
      picture = new SmallPicture(timestampNanos, width, height, new byte[3 * width * height]);
    }
    picture.fill(timestampNanos, small);
    return picture;
  }

  @Override
  public void close() {
    small.release();
    even.release();
    odd.release();
  }
}
