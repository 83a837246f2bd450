package pannier.vision.codes;

import org.opencv.core.Mat;

/**
 * How brightness changes in each block of a picture: the sums of the products of its two
 * derivatives (a structure tensor), smoothed over a block's neighbours.
 *
 * <p>Noise adds to {@link #strength} alike in all directions, bars in one.
 */
final class Gradients {
  /** Of a block, in pixels. */
  static final int SIDE = 8;

  private final int columns;
  private final int rows;
  private final float[] xx;
  private final float[] yy;
  private final float[] xy;
  private final float[] oneWay;

  private Gradients(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.xx = new float[columns * rows];
    this.yy = new float[columns * rows];
    this.xy = new float[columns * rows];
    this.oneWay = new float[columns * rows];
  }

  /** Of an 8-bit grey picture. */
  static Gradients of(Mat grey) {
    int width = grey.cols();
    int height = grey.rows();
    byte[] pixels = new byte[width * height];
    grey.get(0, 0, pixels);
    Gradients raw = new Gradients((width - 2) / SIDE, (height - 2) / SIDE);
    for (int row = 0; row < raw.rows * SIDE; row++) {
      for (int column = 0; column < raw.columns; column++) {
        raw.add(pixels, width, row + 1, column);
      }
    }
    return raw.smoothed();
  }

  private void add(byte[] pixels, int width, int y, int column) {
    int sumXx = 0;
    int sumYy = 0;
    int sumXy = 0;
    int at = y * width + 1 + column * SIDE;
    for (int i = at; i < at + SIDE; i++) {
      int dx = (pixels[i + 1] & 0xff) - (pixels[i - 1] & 0xff);
      int dy = (pixels[i + width] & 0xff) - (pixels[i - width] & 0xff);
      sumXx += dx * dx;
      sumYy += dy * dy;
      sumXy += dx * dy;
    }
    int block = (y - 1) / SIDE * columns + column;
    xx[block] += sumXx;
    yy[block] += sumYy;
    xy[block] += sumXy;
  }

  private Gradients smoothed() {
    Gradients result = new Gradients(columns, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int block = row * columns + column;
        int count = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            result.xx[block] += xx[r * columns + c];
            result.yy[block] += yy[r * columns + c];
            result.xy[block] += xy[r * columns + c];
            count++;
          }
        }
        float share = 1f / (count * SIDE * SIDE);
        result.xx[block] *= share;
        result.yy[block] *= share;
        result.xy[block] *= share;
        float straight = result.xx[block] - result.yy[block];
        float crossed = 2 * result.xy[block];
        result.oneWay[block] = (float) Math.sqrt(straight * straight + crossed * crossed);
      }
    }
    return result;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  float xx(int block) {
    return xx[block];
  }

  float yy(int block) {
    return yy[block];
  }

  float xy(int block) {
    return xy[block];
  }

  /** The mean square of the derivative in the direction of most change and across it, added. */
  float strength(int block) {
    return xx[block] + yy[block];
  }

  /** The mean square of the derivative in the direction of least change. */
  float bothWays(int block) {
    return (strength(block) - oneWay(block)) / 2;
  }

  /** Most change less least change: little for noise and corners, much for bars. */
  float oneWay(int block) {
    return oneWay[block];
  }
}
