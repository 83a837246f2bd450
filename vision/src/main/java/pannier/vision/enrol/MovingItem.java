package pannier.vision.enrol;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds what somebody turns before a camera that stands still: where the picture has changed since
 * the last look. Holds native memory; used by one thread at a time.
 */
public final class MovingItem implements AutoCloseable {
  private static final int WIDTH = 160;
  private static final int CHANGED_LEVELS = 18;

  /** Less of the picture than this is noise or a finger. */
  private static final double LEAST_SHARE = 0.01;

  /** Of the changed rows and columns, so much lies outside at each end: noise. */
  private static final double TAIL = 0.04;

  private static final double MARGIN = 0.12;

  private final Mat small = new Mat();
  private final Mat before = new Mat();
  private final Mat change = new Mat();

  /**
   * Where it is in this picture; empty for the first and when nothing moved.
   *
   * @param bgr 8-bit BGR, always of the same size
   */
  public Optional<Rect> find(Mat bgr) {
    double scale = (double) WIDTH / bgr.cols();
    Imgproc.resize(bgr, small, new Size(), scale, scale, Imgproc.INTER_AREA);
    Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2GRAY);
    boolean first = before.empty();
    if (!first) {
      Core.absdiff(small, before, change);
    }
    small.copyTo(before);
    if (first) {
      return Optional.empty();
    }
    byte[] levels = new byte[change.cols() * change.rows()];
    change.get(0, 0, levels);
    return box(levels).map(box -> enlarged(box, bgr, 1 / scale));
  }

  private Optional<Rect> box(byte[] levels) {
    int[] columns = new int[change.cols()];
    int[] rows = new int[change.rows()];
    int changed = 0;
    for (int i = 0; i < levels.length; i++) {
      if ((levels[i] & 0xff) > CHANGED_LEVELS) {
        columns[i % columns.length]++;
        rows[i / columns.length]++;
        changed++;
      }
    }
    if (changed < LEAST_SHARE * levels.length) {
      return Optional.empty();
    }
    int left = quantile(columns, TAIL * changed);
    int right = quantile(columns, (1 - TAIL) * changed);
    int top = quantile(rows, TAIL * changed);
    int bottom = quantile(rows, (1 - TAIL) * changed);
    return Optional.of(new Rect(left, top, right - left + 1, bottom - top + 1));
  }

  private static int quantile(int[] counts, double wanted) {
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum >= wanted) {
        return i;
      }
    }
    return counts.length - 1;
  }

  private static Rect enlarged(Rect box, Mat whole, double scale) {
    double marginX = MARGIN * box.width;
    double marginY = MARGIN * box.height;
    int left = (int) Math.max(0, (box.x - marginX) * scale);
    int top = (int) Math.max(0, (box.y - marginY) * scale);
    int right = (int) Math.min(whole.cols(), (box.x + box.width + marginX) * scale);
    int bottom = (int) Math.min(whole.rows(), (box.y + box.height + marginY) * scale);
    return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  @Override
  public void close() {
    small.release();
    before.release();
    change.release();
  }
}
