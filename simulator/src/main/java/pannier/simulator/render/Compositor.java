package pannier.simulator.render;

import java.util.Arrays;
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

  private final View view;
  private final Light light;
  private final Rasteriser rasteriser;
  private final Canvas canvas;
  private final ShadowMap shadows;
  private final int[] sums;
  private final byte[] cover;

  Compositor(View view, Light light) {
    this.view = view;
    this.light = light;
    this.rasteriser = new Rasteriser(view, light);
    this.canvas = new Canvas(view.widthPx(), view.heightPx());
    this.shadows = new ShadowMap(view);
    this.sums = new int[view.widthPx() * view.heightPx() * 3];
    this.cover = new byte[view.widthPx() * view.heightPx()];
  }

  /** Tells which layer the next shadows fall on. */
  void receive(Layer base) {
    shadows.receive(view, base);
    canvas.hideBehind(base.nearness);
  }

  /**
   * Draws over {@code base}, which was given to {@link #receive}, into {@code out}.
   *
   * @param moments 1 to 8 pictures of equal weight, each a list of things
   */
  void compose(Layer base, List<Shadow> balls, List<List<Thing>> moments, Layer out) {
    if (moments.isEmpty() || moments.size() > SHIFTS.length) {
      throw new IllegalArgumentException("%d moments".formatted(moments.size()));
    }
    shadeBase(base, balls, out);
    System.arraycopy(base.nearness, 0, out.nearness, 0, base.nearness.length);
    Bounds bounds = new Bounds();
    for (int i = moments.size() - 1; i >= 0; i--) {
      rasteriser.shift(SHIFTS[i][0], SHIFTS[i][1]);
      for (Thing thing : moments.get(i)) {
        rasteriser.draw(canvas, thing);
      }
      add();
      bounds.add(canvas);
      if (i == 0) {
        keepDepth(out);
      }
      canvas.clear(base.nearness);
    }
    average(out, moments.size(), bounds);
  }

  private void shadeBase(Layer base, List<Shadow> balls, Layer out) {
    System.arraycopy(base.bgr, 0, out.bgr, 0, base.bgr.length);
    if (!balls.isEmpty()) {
      shadows.darken(out.bgr, balls, light);
    }
  }

  private void add() {
    for (int y = canvas.top(); y <= canvas.bottom(); y++) {
      for (int i = y * canvas.widthPx + canvas.left();
          i <= y * canvas.widthPx + canvas.right();
          i++) {
        int argb = canvas.argb[i];
        if (argb != 0) {
          sums[3 * i] += argb & 255;
          sums[3 * i + 1] += argb >> 8 & 255;
          sums[3 * i + 2] += argb >> 16 & 255;
          cover[i]++;
        }
      }
    }
  }

  private void keepDepth(Layer out) {
    for (int y = canvas.top(); y <= canvas.bottom(); y++) {
      int from = y * canvas.widthPx + canvas.left();
      int length = canvas.right() - canvas.left() + 1;
      System.arraycopy(canvas.nearness, from, out.nearness, from, length);
    }
  }

  private void average(Layer out, int moments, Bounds bounds) {
    for (int y = bounds.top; y <= bounds.bottom; y++) {
      int from = y * canvas.widthPx + bounds.left;
      int to = y * canvas.widthPx + bounds.right + 1;
      for (int i = from; i < to; i++) {
        int covered = cover[i];
        if (covered > 0) {
          for (int c = 3 * i; c < 3 * i + 3; c++) {
            int behind = (out.bgr[c] & 255) * (moments - covered);
            out.bgr[c] = (byte) ((sums[c] + behind) / moments);
          }
        }
      }
      Arrays.fill(cover, from, to, (byte) 0);
      Arrays.fill(sums, 3 * from, 3 * to, 0);
    }
  }

  private static final class Bounds {
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;

    void add(Canvas canvas) {
      left = Math.min(left, canvas.left());
      top = Math.min(top, canvas.top());
      right = Math.max(right, canvas.right());
      bottom = Math.max(bottom, canvas.bottom());
    }
  }
}
