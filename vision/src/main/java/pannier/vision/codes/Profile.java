package pannier.vision.codes;

import com.google.zxing.common.BitArray;
import java.util.Optional;

/**
 * The brightness across a bar code, averaged along its bars so that noise cancels out.
 *
 * <p>Values are 0 (black) to 255, {@value #STEPS} for each pixel of the picture.
 */
final class Profile {
  static final int STEPS = 3;

  /** Where dark and bright differ by less than this share of the whole, there are no bars. */
  private static final double LEAST_CONTRAST = 0.25;

  /** A UPC-E, the shortest symbol, has 17 bars. */
  private static final int LEAST_EDGES = 34;

  private static final double LEAST_LEVELS = 12;

  private final float[] values;

  private Profile(float[] values) {
    this.values = values;
  }

  /**
   * The mean of some rows.
   *
   * @param pixels 8-bit brightness, row by row
   * @param width of a row
   */
  static Profile ofRows(byte[] pixels, int width, int firstRow, int endRow) {
    float[] mean = new float[width];
    for (int row = firstRow; row < endRow; row++) {
      for (int x = 0; x < width; x++) {
        mean[x] += pixels[row * width + x] & 0xff;
      }
    }
    float[] values = new float[(width - 1) * STEPS + 1];
    for (int i = 0; i < values.length; i++) {
      int x = i / STEPS;
      float part = (float) (i % STEPS) / STEPS;
      float next = x + 1 < width ? mean[x + 1] : mean[x];
      values[i] = ((1 - part) * mean[x] + part * next) / (endRow - firstRow);
    }
    return new Profile(values);
  }

  /** With edges made steeper, against blur: each value is moved away from its surroundings. */
  Profile sharpened(int radiusPixels, float amount) {
    float[] around = mean(values, radiusPixels * STEPS);
    float[] sharp = new float[values.length];
    for (int i = 0; i < sharp.length; i++) {
      sharp[i] = values[i] + amount * (values[i] - around[i]);
    }
    return new Profile(sharp);
  }

  /**
   * Bars as set bits: darker than halfway between the darkest and the brightest nearby.
   *
   * @param radiusPixels how far nearby is
   * @return empty when nothing stands out, or too little for any symbol
   */
  Optional<BitArray> bars(int radiusPixels) {
    int radius = radiusPixels * STEPS;
    float[] darkest = extreme(radius, -1);
    float[] brightest = extreme(radius, 1);
    float contrast = 0;
    for (int i = 0; i < values.length; i++) {
      contrast = Math.max(contrast, brightest[i] - darkest[i]);
    }
    if (contrast < LEAST_LEVELS) {
      return Optional.empty();
    }
    BitArray bits = new BitArray(values.length);
    int edges = 0;
    boolean before = false;
    for (int i = 0; i < values.length; i++) {
      boolean distinct = brightest[i] - darkest[i] > LEAST_CONTRAST * contrast;
      boolean bar = distinct && values[i] < (darkest[i] + brightest[i]) / 2;
      if (bar) {
        bits.set(i);
      }
      edges += bar == before ? 0 : 1;
      before = bar;
    }
    return edges < LEAST_EDGES ? Optional.empty() : Optional.of(bits);
  }

  /** The largest (sign 1) or smallest (−1) value within the radius, in one pass. */
  private float[] extreme(int radius, int sign) {
    float[] result = new float[values.length];
    int[] queue = new int[values.length];
    int head = 0;
    int tail = 0;
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (; next <= Math.min(values.length - 1, i + radius); next++) {
        while (tail > head && sign * values[queue[tail - 1]] <= sign * values[next]) {
          tail--;
        }
        queue[tail++] = next;
      }
      while (queue[head] < i - radius) {
        head++;
      }
      result[i] = values[queue[head]];
    }
    return result;
  }

  private static float[] mean(float[] values, int radius) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - radius);
      int to = Math.min(values.length, i + radius + 1);
      result[i] = (float) ((sums[to] - sums[from]) / (to - from));
    }
    return result;
  }
}
