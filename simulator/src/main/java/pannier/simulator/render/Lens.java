package pannier.simulator.render;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.hal.WholePicture;

/**
 * What a lens does to a picture: it is never as sharp as a sensor's pixels, and finger prints on
 * it, far out of focus, are soft veils over parts of the picture. Holds native memory.
 */
public final class Lens implements AutoCloseable {
  /** What a veil scatters into the picture: the room's light. */
  private static final double VEIL_LEVEL = 150;

  /**
   * Lens and mosaic of colours together pass half of the contrast at 0.25 cycles of a sensor's
   * pixels, as reviewers' charts of small cameras of eight million show about; a Gaussian that does
   * so is this wide. Of pictures a quarter as large it leaves nothing to be seen.
   */
  private static final double BLUR_PX = 0.75;

  private static final Size KERNEL = new Size(5, 5);

  private final List<Smudge> smudges = new ArrayList<>();

  private record Smudge(Rect place, Mat keeps, Mat adds) {}

  /**
   * @param count of the finger prints, 0 for a clean lens
   */
  public Lens(int widthPx, int heightPx, int count, RandomGenerator random) {
    for (int i = 0; i < count; i++) {
      int side = (int) ((0.12 + 0.16 * random.nextDouble()) * widthPx);
      int left = random.nextInt(widthPx - side);
      int top = random.nextInt(Math.max(1, heightPx - side));
      double densest = 0.25 + 0.3 * random.nextDouble();
      smudges.add(smudge(new Rect(left, top, side, Math.min(side, heightPx)), densest));
    }
  }

  private static Smudge smudge(Rect place, double densest) {
    byte[] keeps = new byte[place.width * place.height * 3];
    byte[] adds = new byte[keeps.length];
    for (int y = 0; y < place.height; y++) {
      for (int x = 0; x < place.width; x++) {
        double away = Math.hypot(2.0 * x / place.width - 1, 2.0 * y / place.height - 1);
        double inside = Math.clamp(1 - away, 0, 1);
        double density = densest * inside * inside * (3 - 2 * inside);
        int at = 3 * (y * place.width + x);
        for (int c = at; c < at + 3; c++) {
          keeps[c] = (byte) Math.round(255 * (1 - density));
          adds[c] = (byte) Math.round(VEIL_LEVEL * density);
        }
      }
    }
    return new Smudge(place, mat(place, keeps), mat(place, adds));
  }

  private static Mat mat(Rect place, byte[] levels) {
    Mat mat = new Mat(place.height, place.width, CvType.CV_8UC3);
    mat.put(0, 0, levels);
    return mat;
  }

  /** Takes an 8-bit BGR picture of the size given, much coarser than the sensor, in place. */
  public void see(Mat picture) {
    for (Smudge smudge : smudges) {
      Mat part = picture.submat(smudge.place);
      veil(part, smudge.keeps, smudge.adds);
      part.release();
    }
  }

  /**
   * Takes a part of the picture in the sensor's own pixels, in place.
   *
   * @param pixels 8-bit BGR
   * @param place what it shows, in the coarse picture's pixels
   */
  public void see(Mat pixels, WholePicture.Place place) {
    Imgproc.GaussianBlur(pixels, pixels, KERNEL, BLUR_PX);
    int times = pixels.cols() / place.widthPx();
    Rect seen = new Rect(place.leftPx(), place.topPx(), place.widthPx(), place.heightPx());
    for (Smudge smudge : smudges) {
      Rect both = common(seen, smudge.place);
      if (both.width > 0 && both.height > 0) {
        Mat part = pixels.submat(times(within(seen, both), times));
        Mat keeps = enlarged(smudge.keeps, within(smudge.place, both), part.size());
        Mat adds = enlarged(smudge.adds, within(smudge.place, both), part.size());
        veil(part, keeps, adds);
        List.of(part, keeps, adds).forEach(Mat::release);
      }
    }
  }

  private static void veil(Mat part, Mat keeps, Mat adds) {
    Core.multiply(part, keeps, part, 1.0 / 255);
    Core.add(part, adds, part);
  }

  private static Rect common(Rect one, Rect other) {
    int left = Math.max(one.x, other.x);
    int top = Math.max(one.y, other.y);
    int right = Math.min(one.x + one.width, other.x + other.width);
    int bottom = Math.min(one.y + one.height, other.y + other.height);
    return new Rect(left, top, right - left, bottom - top);
  }

  private static Rect within(Rect outer, Rect inner) {
    return new Rect(inner.x - outer.x, inner.y - outer.y, inner.width, inner.height);
  }

  private static Rect times(Rect rect, int times) {
    return new Rect(rect.x * times, rect.y * times, rect.width * times, rect.height * times);
  }

  private static Mat enlarged(Mat levels, Rect place, Size size) {
    Mat view = levels.submat(place);
    Mat large = new Mat();
    Imgproc.resize(view, large, size, 0, 0, Imgproc.INTER_LINEAR);
    view.release();
    return large;
  }

  @Override
  public void close() {
    for (Smudge smudge : smudges) {
      smudge.keeps.release();
      smudge.adds.release();
    }
    smudges.clear();
  }
}
