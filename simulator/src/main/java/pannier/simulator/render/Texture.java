package pannier.simulator.render;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.art.Colour;

/** A picture to wrap around a mesh, kept at halved sizes so that far things do not flicker. */
public final class Texture {
  private final List<Level> levels;

  private Texture(List<Level> levels) {
    this.levels = List.copyOf(levels);
  }

  /** One size of it; {@code rgb} is never written again. */
  static final class Level {
    final int width;
    final int height;
    final int[] rgb;

    Level(int width, int height, int[] rgb) {
      this.width = width;
      this.height = height;
      this.rgb = rgb;
    }

    /** 256 times its last column. */
    int lastColumn256() {
      return (width - 1) << 8;
    }

    /** 256 times its last row. */
    int lastRow256() {
      return (height - 1) << 8;
    }

    /**
     * The colour at a place, mixed of the four texels around it; beyond the edge, the edge's.
     *
     * @param x256 256 times the column
     * @param y256 256 times the row
     */
    int at(int x256, int y256) {
      int x = Math.max(0, Math.min(x256, (width - 1) << 8));
      int y = Math.max(0, Math.min(y256, (height - 1) << 8));
      int column = x >> 8;
      int upper = (y >> 8) * width + column;
      int right = column < width - 1 ? 1 : 0;
      int lower = y >> 8 < height - 1 ? upper + width : upper;
      int fx = x & 255;
      return blend(
          blend(rgb[upper], rgb[upper + right], fx),
          blend(rgb[lower], rgb[lower + right], fx),
          y & 255);
    }

    private static int blend(int from, int to, int weight256) {
      int redBlue = from & 0xFF00FF;
      int green = from & 0x00FF00;
      redBlue += (((to & 0xFF00FF) - redBlue) * weight256) >> 8;
      green += (((to & 0x00FF00) - green) * weight256) >> 8;
      return (redBlue & 0xFF00FF) | (green & 0x00FF00);
    }
  }

  /** Copies an 8-bit BGR picture; the caller keeps and releases it. */
  public static Texture of(Mat bgr) {
    List<Level> levels = new ArrayList<>();
    Mat level = bgr.clone();
    while (true) {
      levels.add(copy(level));
      if (Math.min(level.cols(), level.rows()) < 8) {
        level.release();
        return new Texture(levels);
      }
      Mat half = new Mat();
      Size size = new Size(Math.max(1, level.cols() / 2), Math.max(1, level.rows() / 2));
      Imgproc.resize(level, half, size, 0, 0, Imgproc.INTER_AREA);
      level.release();
      level = half;
    }
  }

  /** One colour all over. */
  public static Texture of(Colour colour) {
    int rgb = colour.red() << 16 | colour.green() << 8 | colour.blue();
    return new Texture(List.of(new Level(1, 1, new int[] {rgb})));
  }

  private static Level copy(Mat bgr) {
    byte[] bytes = new byte[bgr.cols() * bgr.rows() * 3];
    bgr.get(0, 0, bytes);
    int[] rgb = new int[bgr.cols() * bgr.rows()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          (bytes[3 * i + 2] & 255) << 16 | (bytes[3 * i + 1] & 255) << 8 | (bytes[3 * i] & 255);
    }
    return new Level(bgr.cols(), bgr.rows(), rgb);
  }

  /** The size whose texels are about as large as pixels. */
  Level level(double texelsPerPixel) {
    int index = 0;
    double ratio = texelsPerPixel;
    while (ratio > 1.6 && index < levels.size() - 1) {
      ratio /= 2;
      index++;
    }
    return levels.get(index);
  }

  boolean isOneSize() {
    return levels.size() == 1;
  }

  int heightPx() {
    return levels.get(0).height;
  }

  int widthPx() {
    return levels.get(0).width;
  }
}
