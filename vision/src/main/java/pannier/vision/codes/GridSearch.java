package pannier.vision.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the grid of modules on which digits explain the darkness across bars best. */
final class GridSearch {
  /** Lighter than this a space is taken for the quiet zone. */
  private static final double PALE = 0.28;

  /** No space within a symbol is wider than four modules. */
  private static final double QUIET_MODULES = 5.5;

  /** A straightened patch is about so much longer than its symbol. */
  private static final double WITH_MARGINS = 1.3;

  private static final double USUAL_BLUR = 0.8;
  private static final double LEAST_BLUR = 0.5;
  private static final double MOST_BLUR = 1.4;
  private static final double[] SLANTS = {0, -0.03, 0.03};
  private static final double[] BENDS = {0, -0.08};

  /** Halvings of a step until it changes nothing. */
  private static final double LAST_STEP = 0.1;

  private static final int MOST_ROUNDS = 4;

  private final float[] darkness;

  /**
   * @param darkness about 0 on paper to about 1 on ink, a value a pixel
   */
  GridSearch(float[] darkness) {
    this.darkness = darkness;
  }

  /**
   * A grid and what the best digits leave unexplained on it.
   *
   * @param cost sum of squares
   */
  record Placed(BarGrid grid, double cost) {}

  /** From the middle to the first space on either side that is too wide for a symbol. */
  Optional<BarGrid> extent() {
    double module = darkness.length / (WITH_MARGINS * EanBars.MODULES);
    int quiet = (int) Math.ceil(QUIET_MODULES * module);
    int left = quietFrom(-1, quiet);
    int right = quietFrom(1, quiet);
    return left < 0 || right < 0
        ? Optional.empty()
        : Optional.of(new BarGrid(left + 0.5, right - 0.5, 0, 0, USUAL_BLUR));
  }

  /** Where a quiet zone begins on this side of the middle; −1 if nowhere. */
  private int quietFrom(int step, int quiet) {
    int run = 0;
    for (int x = darkness.length / 2; x >= 0 && x < darkness.length; x += step) {
      run = darkness[x] < PALE ? run + 1 : 0;
      if (run == quiet) {
        return x - step * (quiet - 1);
      }
    }
    return -1;
  }

  /** The best of some grids about this one. */
  Placed roughly(BarGrid about) {
    Placed best = placed(about);
    for (double start = -1; start <= 1; start += 0.5) {
      for (double end = -1; end <= 1; end += 0.5) {
        for (double slant : SLANTS) {
          for (double bend : BENDS) {
            Placed next = placed(about.moved(start, end).curved(slant, bend));
            best = next.cost < best.cost ? next : best;
          }
        }
      }
    }
    return best;
  }

  /** The best that small steps lead to. */
  BarGrid finely(BarGrid from) {
    Placed best = placed(from);
    for (double step = 1; step > LAST_STEP; step /= 2) {
      Placed before = new Placed(best.grid, Double.MAX_VALUE);
      for (int rounds = 0; best.cost < before.cost && rounds < MOST_ROUNDS; rounds++) {
        before = best;
        for (BarGrid next : around(best.grid, step)) {
          Placed placed = placed(next);
          best = placed.cost < best.cost ? placed : best;
        }
      }
    }
    return best.grid;
  }

  private Placed placed(BarGrid grid) {
    return new Placed(grid, new DigitCosts(darkness, grid).least());
  }

  private static List<BarGrid> around(BarGrid grid, double step) {
    List<BarGrid> around = new ArrayList<>();
    for (int sign = -1; sign <= 1; sign += 2) {
      double px = 0.3 * sign * step;
      double curve = 0.015 * sign * step;
      double blur = grid.blur() + 0.2 * sign * step;
      around.add(grid.moved(px, 0));
      around.add(grid.moved(0, px));
      around.add(grid.curved(curve, 0));
      around.add(grid.curved(0, curve));
      around.add(grid.blurred(Math.clamp(blur, LEAST_BLUR, MOST_BLUR)));
    }
    return around;
  }
}
