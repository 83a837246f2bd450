package pannier.vision.codes;

/**
 * How badly each digit's bars explain the darkness at each of an EAN-13 symbol's twelve places, as
 * sums of squares. What lies beside a place is known: digits on the left begin with a space and end
 * with a bar, those on the right the other way round.
 */
final class DigitCosts {
  private static final int PLACES = 2 * EanBars.SIDE_DIGITS;

  private final float[][] costs = new float[PLACES][];
  private final byte[] best = new byte[PLACES];
  private final float[] darkness;
  private final BarGrid.Sight sight;
  private final float[] modules = unknown();
  private double least;

  DigitCosts(float[] darkness, BarGrid grid) {
    this.darkness = darkness;
    sight = grid.sight(darkness.length);
    for (int place = 0; place < PLACES; place++) {
      costs[place] = new float[EanBars.patterns(place)];
    }
    int from = 0;
    while (from < sight.pixels()) {
      int place = EanBars.place(sight.module(from));
      int to = from;
      while (to < sight.pixels() && EanBars.place(sight.module(to)) == place) {
        to++;
      }
      if (place < 0) {
        least += cost(from, to);
      } else {
        tryAll(place, from, to);
      }
      from = to;
    }
    for (int place = 0; place < PLACES; place++) {
      for (int pattern = 1; pattern < costs[place].length; pattern++) {
        if (costs[place][pattern] < costs[place][best[place]]) {
          best[place] = (byte) pattern;
        }
      }
      least += costs[place][best[place]];
    }
  }

  private void tryAll(int place, int from, int to) {
    int first = EanBars.firstModule(place);
    for (int pattern = 0; pattern < costs[place].length; pattern++) {
      System.arraycopy(EanBars.pattern(place, pattern), 0, modules, first, EanBars.DIGIT_MODULES);
      costs[place][pattern] = (float) cost(from, to);
    }
    blank(modules, place);
  }

  private double cost(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double rest = darkness[sight.firstPixel() + i] - sight.darkness(i, modules);
      sum += rest * rest;
    }
    return sum;
  }

  /** Guards as they are, digits as far as all are alike. */
  private static float[] unknown() {
    float[] modules = EanBars.modules(new byte[PLACES]);
    for (int place = 0; place < PLACES; place++) {
      blank(modules, place);
    }
    return modules;
  }

  private static void blank(float[] modules, int place) {
    int first = EanBars.firstModule(place);
    boolean left = place < EanBars.SIDE_DIGITS;
    for (int i = 0; i < EanBars.DIGIT_MODULES; i++) {
      modules[first + i] = 0.5f;
    }
    modules[first] = left ? 0 : 1;
    modules[first + EanBars.DIGIT_MODULES - 1] = left ? 1 : 0;
  }

  float[][] table() {
    return costs;
  }

  byte[] bestPatterns() {
    return best;
  }

  /** What the best digits leave unexplained. */
  double least() {
    return least;
  }
}
