package pannier.simulator.render;

import java.util.List;

/**
 * Draws moments over a layer and averages them: several moments of one exposure give motion blur,
 * and, each shifted by a part of a pixel, smooth edges.
 */
final class Compositor {
  /** Parts of a pixel by which moments are shifted, spread evenly (Halton, bases 2 and 3). */
  private static final double[][] SHIFTS = {
    {0, 0},
    {-0.25, 0.17},
    {0.25, -0.17},
    {-0.375, -0.39},
    {0.125, 0.39},
    {-0.125, 0.06},
    {0.375, 0.28},
    {-0.44, -0.28}
  };

  /** A pixel's sum holds, from its highest bits: how often it was drawn on, red, green, blue. */
  private static final int FIELD_BITS = 16;

  private static final long FIELD = (1L << FIELD_BITS) - 1;

  private final View view;
  private final Light light;
  private final Rasteriser rasteriser;
  private final Canvas canvas;
  private final ShadowMap shadows;
  private final long[] sums;
  private final Touched summed;

  Compositor(View view, Light light) {
    this.view = view;
    this.light = light;
    this.rasteriser = new Rasteriser(view, light);
    this.canvas = new Canvas(view.widthPx(), view.heightPx());
    this.shadows = new ShadowMap(view);
    this.sums = new long[view.widthPx() * view.heightPx()];
    this.summed = new Touched(view.widthPx(), view.heightPx());
  }

  /** Tells which layer the next shadows fall on. */
  void receive(Layer base) {
    shadows.receive(view, base);
    canvas.hideBehind(base.nearness);
  }

  /**
   * Draws over {@code base}, which was given to {@link #receive}.
   *
   * @param moments 1 to 8 pictures of equal weight, each a list of things
   * @param out gets the rows that differ from the base, others stay as they are; where it keeps
   *     depths, all of them
   * @return those rows
   */
  Rows compose(Layer base, List<Shadow> balls, List<List<Thing>> moments, Layer out) {
    if (moments.isEmpty() || moments.size() > SHIFTS.length) {
      throw new IllegalArgumentException("%d moments".formatted(moments.size()));
    }
    if (out.isDeep()) {
      System.arraycopy(base.nearness, 0, out.nearness, 0, base.nearness.length);
    }
    for (int i = moments.size() - 1; i >= 0; i--) {
      rasteriser.shift(SHIFTS[i][0], SHIFTS[i][1]);
      for (Thing thing : moments.get(i)) {
        rasteriser.draw(canvas, thing);
      }
      if (i == 0 && out.isDeep()) {
        keepDepth(out);
      }
      add(base);
    }
    Rows changed = shadows.cast(balls, light).and(summed.rows());
    if (!changed.isEmpty()) {
      out.copyFrom(base, changed);
      shadows.darken(out.bgr);
      average(out, moments.size());
    }
    return changed;
  }

  /** Adds what is on the canvas to the sums and wipes it. */
  private void add(Layer base) {
    Touched touched = canvas.touched;
    for (int y = touched.rows().from(); y < touched.rows().until(); y++) {
      int end = y * canvas.widthPx + touched.end(y);
      for (int i = y * canvas.widthPx + touched.left(y); i < end; i++) {
        int argb = canvas.argb[i];
        if (argb != 0) {
          sums[i] += spread(argb);
          canvas.argb[i] = 0;
          canvas.nearness[i] = base.nearness[i];
        }
      }
      if (touched.end(y) > 0) {
        summed.touch(y, touched.left(y), touched.end(y) - 1);
      }
    }
    touched.forget();
  }

  private static long spread(int argb) {
    return (1L << (3 * FIELD_BITS))
        | ((argb & 0xFF0000L) << (2 * FIELD_BITS - 16))
        | ((argb & 0xFF00L) << (FIELD_BITS - 8))
        | (argb & 0xFFL);
  }

  private void keepDepth(Layer out) {
    Touched touched = canvas.touched;
    for (int y = touched.rows().from(); y < touched.rows().until(); y++) {
      int from = y * canvas.widthPx + touched.left(y);
      int length = touched.end(y) - touched.left(y);
      if (length > 0) {
        System.arraycopy(canvas.nearness, from, out.nearness, from, length);
      }
    }
  }

  private void average(Layer out, int moments) {
    for (int y = summed.rows().from(); y < summed.rows().until(); y++) {
      int end = y * canvas.widthPx + summed.end(y);
      for (int i = y * canvas.widthPx + summed.left(y); i < end; i++) {
        long sum = sums[i];
        if (sum != 0) {
          mix(sum, moments, out.bgr, 3 * i);
          sums[i] = 0;
        }
      }
    }
    summed.forget();
  }

  private static void mix(long sum, int moments, byte[] bgr, int at) {
    int through = moments - (int) (sum >>> (3 * FIELD_BITS));
    bgr[at] = mean((int) (sum & FIELD), bgr[at], through, moments);
    bgr[at + 1] = mean((int) ((sum >>> FIELD_BITS) & FIELD), bgr[at + 1], through, moments);
    bgr[at + 2] = mean((int) ((sum >>> (2 * FIELD_BITS)) & FIELD), bgr[at + 2], through, moments);
  }

  /** Of a pixel's sum and what is behind it, seen in so many of the moments. */
  private static byte mean(int sum, byte behind, int through, int moments) {
    return (byte) ((sum + (behind & 255) * through) / moments);
  }
}
