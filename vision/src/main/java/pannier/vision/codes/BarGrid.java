package pannier.vision.codes;

/**
 * Where the modules of an EAN-13 symbol lie in a profile, and what each pixel then sees of them: a
 * camera's pixel sees its module and parts of the neighbours.
 *
 * @param start of the first bar, in pixels
 * @param end of the last bar
 * @param slant how much wider than the mean the modules are at the start, and narrower at the end:
 *     a symbol that is seen from aside
 * @param bend how much wider they are at both ends; below zero for a symbol around a can
 * @param blur standard deviation of what a pixel sees, in pixels: the lens, the pixel itself,
 *     motion
 */
record BarGrid(double start, double end, double slant, double bend, double blur) {
  private static final double REACH = 2.6;
  private static final double STEPS = 100;

  /** A normal distribution's sum, nearly, from one end of a pixel's reach to the other. */
  private static final float[] STEP = new float[(int) (2 * REACH * STEPS)];

  static {
    for (int i = 0; i < STEP.length; i++) {
      STEP[i] = (float) (1 / (1 + Math.exp(-1.702 * (i / STEPS - REACH))));
    }
  }

  /** The mean width of a module. */
  double modulePx() {
    return (end - start) / EanBars.MODULES;
  }

  /** Another start and end. */
  BarGrid moved(double startPx, double endPx) {
    return new BarGrid(start + startPx, end + endPx, slant, bend, blur);
  }

  /** With more slant and bend. */
  BarGrid curved(double moreSlant, double moreBend) {
    return new BarGrid(start, end, slant + moreSlant, bend + moreBend, blur);
  }

  BarGrid blurred(double otherBlur) {
    return new BarGrid(start, end, slant, bend, otherBlur);
  }

  /** The same in a profile of so many pixels that is read from its other end. */
  BarGrid reversed(int pixels) {
    return new BarGrid(pixels - 1 - end, pixels - 1 - start, -slant, bend, blur);
  }

  /** Where a module begins. */
  double edge(int module) {
    double u = (double) module / EanBars.MODULES;
    double bent = u + slant * u * (1 - u) + bend * u * (1 - u) * (1 - 2 * u);
    return start + (end - start) * bent;
  }

  /** What each pixel of a profile of so many sees; only those that see the symbol. */
  Sight sight(int pixels) {
    double[] edges = new double[EanBars.MODULES + 1];
    for (int module = 0; module < edges.length; module++) {
      edges[module] = edge(module);
    }
    int first = Math.max(0, (int) Math.ceil(start));
    int last = Math.min(pixels - 1, (int) Math.floor(end));
    Sight sight = new Sight(first, Math.max(0, last - first + 1));
    int from = 0;
    for (int i = 0; i < sight.pixels(); i++) {
      double x = first + i;
      while (from < EanBars.MODULES && edges[from + 1] < x - REACH * blur) {
        from++;
      }
      sight.see(i, from, x, edges, blur);
    }
    return sight;
  }

  /** What pixels see of modules. */
  static final class Sight {
    private static final int MOST_MODULES = 12;

    private final int firstPixel;
    private final int[] firstModules;
    private final int[] counts;
    private final int[] middleModules;
    private final float[] weights;

    private Sight(int firstPixel, int pixels) {
      this.firstPixel = firstPixel;
      firstModules = new int[pixels];
      counts = new int[pixels];
      middleModules = new int[pixels];
      weights = new float[pixels * MOST_MODULES];
    }

    private void see(int pixel, int from, double x, double[] edges, double blur) {
      firstModules[pixel] = from;
      double before = step((x - edges[from]) / blur);
      for (int i = 0; i < MOST_MODULES && from + i < EanBars.MODULES; i++) {
        if (edges[from + i] <= x) {
          middleModules[pixel] = from + i;
        }
        double after = step((x - edges[from + i + 1]) / blur);
        weights[pixel * MOST_MODULES + i] = (float) (before - after);
        counts[pixel] = i + 1;
        if (after == 0) {
          break;
        }
        before = after;
      }
    }

    /** How much of what a pixel sees lies beyond an edge that its middle is past by so much. */
    private static double step(double past) {
      double away = (past + REACH) * STEPS;
      return away < 0 ? 0 : away >= STEP.length ? 1 : STEP[(int) away];
    }

    int pixels() {
      return firstModules.length;
    }

    int firstPixel() {
      return firstPixel;
    }

    /** The module in which a pixel's middle lies. */
    int module(int pixel) {
      return middleModules[pixel];
    }

    /** How dark a pixel is, 0 to 1. */
    float darkness(int pixel, float[] modules) {
      float sum = 0;
      int first = firstModules[pixel];
      for (int i = 0; i < counts[pixel]; i++) {
        sum += weights[pixel * MOST_MODULES + i] * modules[first + i];
      }
      return sum;
    }
  }
}
