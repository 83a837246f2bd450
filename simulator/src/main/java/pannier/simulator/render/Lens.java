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

/**
 * What a lens does to a picture: it is never as sharp as the pixels, and finger prints on it, far
 * out of focus, are soft veils over parts of the picture. Holds native memory.
 */
public final class Lens implements AutoCloseable {
  /** What a veil scatters into the picture: the room's light. */
  private static final double VEIL_LEVEL = 150;

  /**
   * Lens, mosaic of colours and the camera's own JPEG together pass half of the contrast at 0.3
   * cycles a pixel, as reviewers' charts of small cameras show about; a Gaussian that does so is
   * this wide.
   */
  private static final double BLUR_PX = 0.62;

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

  /** Takes an 8-bit BGR picture of the size given, as sharp as its pixels, in place. */
  public void see(Mat picture) {
    Imgproc.GaussianBlur(picture, picture, KERNEL, BLUR_PX);
    for (Smudge smudge : smudges) {
      Mat part = picture.submat(smudge.place);
      Core.multiply(part, smudge.keeps, part, 1.0 / 255);
      Core.add(part, smudge.adds, part);
      part.release();
    }
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
