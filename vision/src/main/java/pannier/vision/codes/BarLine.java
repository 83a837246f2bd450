package pannier.vision.codes;

/**
 * The straight line that brings a symbol's darkness as it should be seen closest to what was seen.
 *
 * @param space what was seen where there should be paper
 * @param bar where there should be ink
 * @param rest the sum of squares that remains
 * @param all the sum of squares about the mean
 */
record BarLine(double space, double bar, double rest, double all) {
  /** For the symbol with these patterns at its places. */
  static BarLine of(float[] darkness, BarGrid.Sight sight, byte[] patterns) {
    float[] modules = EanBars.modules(patterns);
    int n = sight.pixels();
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double should = sight.darkness(i, modules);
      double seen = darkness[sight.firstPixel() + i];
      x += should;
      y += seen;
      xx += should * should;
      xy += should * seen;
      yy += seen * seen;
    }
    double all = yy - y * y / n;
    double common = xy - x * y / n;
    double slope = common / (xx - x * x / n);
    double space = (y - slope * x) / n;
    return new BarLine(space, space + slope, all - slope * common, all);
  }

  /** Darkness on the scale on which paper is 0 and ink 1. */
  float[] adjusted(float[] darkness) {
    float[] adjusted = new float[darkness.length];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = (float) ((darkness[i] - space) / (bar - space));
    }
    return adjusted;
  }
}
