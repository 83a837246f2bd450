package pannier.vision.codes;

import com.google.zxing.common.BitArray;
import java.util.Optional;

/**
 * The brightness across a bar code, averaged along its bars so that noise cancels out.
 *
 * <p>Values are 0 (black) to 255, one for each pixel of the picture.
 */
final class Profile {
  /** Edges are placed to this part of a pixel. */
  private static final int STEPS = 3;

  /** Where dark and bright differ by less than this share of the whole, there are no bars. */
  private static final double LEAST_CONTRAST = 0.25;

  /** A row of a stacked DataBar, the shortest there is, has 12 or 13 bars. */
  private static final int LEAST_EDGES = 24;

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
    for (int x = 0; x < width; x++) {
      mean[x] /= endRow - firstRow;
    }
    return new Profile(mean);
  }

  /** The brightness, a value a pixel. */
  float[] values() {
    return values.clone();
  }

  /** With edges made steeper, against blur: each value is moved away from its surroundings. */
  Profile sharpened(int radiusPixels, float amount) {
    float[] around = mean(values, radiusPixels);
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
    float[] darkest = extreme(radiusPixels, -1);
    float[] brightest = extreme(radiusPixels, 1);
    float contrast = 0;
    for (int i = 0; i < values.length; i++) {
      contrast = Math.max(contrast, brightest[i] - darkest[i]);
    }
    if (contrast < LEAST_LEVELS) {
      return Optional.empty();
    }
    // Above 0 where it is bright.
    float[] brightness = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean distinct = brightest[i] - darkest[i] > LEAST_CONTRAST * contrast;
      brightness[i] = distinct ? values[i] - (darkest[i] + brightest[i]) / 2 : contrast / 2;
    }
    return bars(brightness);
  }

  /** Edges lie where brightness passes 0 between two pixels. */
  private static Optional<BitArray> bars(float[] brightness) {
    BitArray bits = new BitArray((brightness.length - 1) * STEPS);
    int edges = 0;
    boolean before = false;
    for (int i = 0; i < bits.getSize(); i++) {
      float here = brightness[i / STEPS];
      float next = brightness[i / STEPS + 1];
      boolean bar = here + (next - here) * (i % STEPS) / STEPS < 0;
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
