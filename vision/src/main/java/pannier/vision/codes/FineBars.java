package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;

/**
 * Finds which of a shop's numbers bars show that are too fine to be told apart one by one, down to
 * nine tenths of a pixel a module: for each place of the symbol it is worked out how well each
 * digit's bars would explain the brightness there, and the number whose digits explain it best
 * together must explain it nearly as well as any digits could, and far better than any other number
 * of the shop.
 */
final class FineBars {
  /** Share of white at which a space is taken for the quiet zone. */
  private static final double BRIGHT = 0.72;

  /** No space within a symbol is wider than four modules. */
  private static final double QUIET_MODULES = 5.5;

  private static final double LEAST_LEVELS = 25;
  private static final double LEAST_MODULE_PX = 0.6;
  private static final double MOST_MODULE_PX = 3;

  private static final double LEAST_EXPLAINED = 0.85;
  private static final double MOST_MISFIT = 12;

  /** Further rows need not be looked at. */
  private static final double CLEAR_LEAD = 20;

  /** Where neighbouring pixels err together, as many of them say less. */
  private static final double OWN_SHARE = 0.4;

  /** Better than this no model of a lens is. */
  private static final double LEAST_NOISE = 0.04;

  private static final double USUAL_BLUR = 0.8;
  private static final double LEAST_BLUR = 0.5;
  private static final double MOST_BLUR = 1.4;

  private static final double[] SLANTS = {0, -0.03, 0.03};
  private static final double[] BENDS = {0, -0.08};

  /**
   * In a picture's blocks of eight pixels the direction across fine bars is known about so well.
   */
  private static final int MOST_TURN_DEGREES = 5;

  /** Few rows, since bars seen from aside are not parallel; more average the noise away. */
  private static final double ROWS = 24;

  /** A symbol that explains less than this was not found, however it is looked at further. */
  private static final double HOPELESS = 0.5;

  private final PrintedCodes known;

  FineBars(PrintedCodes known) {
    this.known = known;
  }

  /**
   * What a number's bars explain.
   *
   * @param index among the known numbers
   * @param explained share of the brightness's variance
   * @param misfit what the number explains worse than the best digits, in units of the noise's
   *     variance
   * @param lead what the next number explains worse than this
   */
  record Fit(int index, double explained, double misfit, double lead) {
    /** Whether these bars may be the number's at all. */
    boolean isPossible() {
      return explained >= LEAST_EXPLAINED && misfit <= MOST_MISFIT;
    }
  }

  boolean isOfUse() {
    return !known.isEmpty();
  }

  /**
   * How well the number fits whose bars lie there most likely; empty if they are no symbol's.
   *
   * @param grey 8-bit picture
   */
  Optional<Fit> find(Mat grey, BarPatch patch, Straightener straightener) {
    if (patch.across() < LEAST_MODULE_PX * EanBars.MODULES
        || patch.across() > MOST_MODULE_PX * EanBars.MODULES) {
      return Optional.empty();
    }
    Strip strip = straightener.straighten(grey, upright(grey, patch, straightener));
    Optional<Fit> best = Optional.empty();
    for (Strip.Band band : strip.bands()) {
      Optional<Fit> fit = fit(strip.profile(band).values());
      if (fit.isEmpty() || fit.get().explained < HOPELESS) {
        return best;
      }
      if (best.isEmpty() || best.get().explained < fit.get().explained) {
        best = fit;
      }
      if (best.get().lead >= CLEAR_LEAD) {
        return best;
      }
    }
    return best;
  }

  Code code(Fit fit) {
    return known.code(fit.index);
  }

  /** Turned a little so that its bars stand out most when they are averaged. */
  private static BarPatch upright(Mat grey, BarPatch patch, Straightener straightener) {
    BarPatch best = patch.middle(ROWS);
    double most = -1;
    for (int turn = -MOST_TURN_DEGREES; turn <= MOST_TURN_DEGREES; turn++) {
      BarPatch turned = patch.turned(Math.toRadians(turn)).middle(ROWS);
      Strip strip = straightener.straighten(grey, turned);
      double contrast = contrast(strip.profile(strip.bands().getFirst()).values());
      if (contrast > most) {
        most = contrast;
        best = patch.turned(Math.toRadians(turn)).middle(Strip.BAND_ROWS);
      }
    }
    return best;
  }

  private static double contrast(float[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return sum;
  }

  /** The number that fits best, from whichever side bars are more like digits. */
  Optional<Fit> fit(float[] brightness) {
    float[] sorted = brightness.clone();
    Arrays.sort(sorted);
    double dark = sorted[sorted.length / 50];
    double white = sorted[sorted.length * 9 / 10];
    if (known.isEmpty() || white - dark < LEAST_LEVELS) {
      return Optional.empty();
    }
    float[] darkness = darkness(brightness, dark, white);
    BarGrid rough = extent(darkness);
    if (rough == null || rough.modulePx() < LEAST_MODULE_PX || rough.modulePx() > MOST_MODULE_PX) {
      return Optional.empty();
    }
    float[] turned = reversed(darkness);
    int last = darkness.length - 1;
    Placed forth = searched(darkness, rough);
    Placed back =
        searched(turned, new BarGrid(last - rough.end(), last - rough.start(), 0, 0, USUAL_BLUR));
    return Optional.of(
        forth.cost <= back.cost ? fit(darkness, forth.grid) : fit(turned, back.grid));
  }

  private Fit fit(float[] darkness, BarGrid from) {
    BarGrid grid = refined(darkness, from);
    DigitCosts costs = new DigitCosts(darkness, grid);
    float[] adjusted = adjusted(darkness, grid.sight(darkness.length), costs.bestPatterns());
    return judged(adjusted, refined(adjusted, grid));
  }

  private static float[] reversed(float[] values) {
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  /** A grid and what the best digits leave unexplained on it. */
  private record Placed(BarGrid grid, double cost) {}

  private static float[] darkness(float[] brightness, double dark, double white) {
    float[] darkness = new float[brightness.length];
    for (int i = 0; i < darkness.length; i++) {
      darkness[i] = (float) ((white - brightness[i]) / (white - dark));
    }
    return darkness;
  }

  /** From the middle to the first space on either side that is too wide for a symbol. */
  private static BarGrid extent(float[] darkness) {
    double guess = darkness.length / (1.3 * EanBars.MODULES);
    int quiet = (int) Math.ceil(QUIET_MODULES * guess);
    int middle = darkness.length / 2;
    int left = quietFrom(darkness, middle, -1, quiet);
    int right = quietFrom(darkness, middle, 1, quiet);
    return left < 0 || right < 0 || right - left < 40
        ? null
        : new BarGrid(left + 0.5, right - 0.5, 0, 0, USUAL_BLUR);
  }

  private static int quietFrom(float[] darkness, int from, int step, int quiet) {
    int run = 0;
    for (int x = from; x >= 0 && x < darkness.length; x += step) {
      run = darkness[x] < 1 - BRIGHT ? run + 1 : 0;
      if (run == quiet) {
        return x - step * (quiet - 1);
      }
    }
    return -1;
  }

  private static Placed searched(float[] darkness, BarGrid rough) {
    Placed best = new Placed(rough, Double.MAX_VALUE);
    for (double start = -1; start <= 1; start += 0.5) {
      for (double end = -1; end <= 1; end += 0.5) {
        for (double slant : SLANTS) {
          for (double bend : BENDS) {
            BarGrid grid =
                new BarGrid(rough.start() + start, rough.end() + end, slant, bend, rough.blur());
            double cost = new DigitCosts(darkness, grid).least();
            best = cost < best.cost ? new Placed(grid, cost) : best;
          }
        }
      }
    }
    return best;
  }

  private static BarGrid refined(float[] darkness, BarGrid from) {
    BarGrid best = from;
    double least = new DigitCosts(darkness, from).least();
    for (double step = 1; step > 0.1; step /= 2) {
      boolean better = true;
      for (int rounds = 0; better && rounds < 4; rounds++) {
        better = false;
        for (BarGrid next : around(best, step)) {
          double cost = new DigitCosts(darkness, next).least();
          if (cost < least) {
            least = cost;
            best = next;
            better = true;
          }
        }
      }
    }
    return best;
  }

  private static List<BarGrid> around(BarGrid grid, double step) {
    List<BarGrid> around = new ArrayList<>();
    for (int sign = -1; sign <= 1; sign += 2) {
      double px = 0.3 * sign * step;
      double bent = 0.015 * sign * step;
      double blur = Math.clamp(grid.blur() + 0.2 * sign * step, LEAST_BLUR, MOST_BLUR);
      around.add(
          new BarGrid(grid.start() + px, grid.end(), grid.slant(), grid.bend(), grid.blur()));
      around.add(
          new BarGrid(grid.start(), grid.end() + px, grid.slant(), grid.bend(), grid.blur()));
      around.add(
          new BarGrid(grid.start(), grid.end(), grid.slant() + bent, grid.bend(), grid.blur()));
      around.add(
          new BarGrid(grid.start(), grid.end(), grid.slant(), grid.bend() + bent, grid.blur()));
      around.add(new BarGrid(grid.start(), grid.end(), grid.slant(), grid.bend(), blur));
    }
    return around;
  }

  /** Darkness on the scale on which these patterns' bars are 1 and their spaces 0. */
  private static float[] adjusted(float[] darkness, BarGrid.Sight sight, byte[] patterns) {
    Line line = Line.of(darkness, sight, modules(patterns));
    float[] adjusted = new float[darkness.length];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = (float) ((darkness[i] - line.space) / (line.bar - line.space));
    }
    return adjusted;
  }

  private Fit judged(float[] darkness, BarGrid grid) {
    DigitCosts costs = new DigitCosts(darkness, grid);
    BarGrid.Sight sight = grid.sight(darkness.length);
    Line free = Line.of(darkness, sight, modules(costs.bestPatterns()));
    int[] best = known.best(costs.table(), 6);
    int leader = -1;
    double least = Double.MAX_VALUE;
    double next = Double.MAX_VALUE;
    double all = 1;
    for (int index : best) {
      Line line = Line.of(darkness, sight, modules(known.patterns(index)));
      all = line.all;
      if (line.rest < least) {
        next = least;
        least = line.rest;
        leader = index;
      } else {
        next = Math.min(next, line.rest);
      }
    }
    double noise = Math.max(LEAST_NOISE * LEAST_NOISE * sight.pixels(), Math.min(free.rest, least));
    double unit = 2 * noise / sight.pixels() / OWN_SHARE;
    return new Fit(
        leader, 1 - least / all, Math.max(0, least - free.rest) / unit, (next - least) / unit);
  }

  private static float[] modules(byte[] patterns) {
    int[] bars = EanBars.modules(patterns);
    float[] modules = new float[bars.length];
    for (int i = 0; i < bars.length; i++) {
      modules[i] = bars[i];
    }
    return modules;
  }

  /**
   * The straight line that brings modeled darkness closest to what was seen.
   *
   * @param space what was seen where the model says 0
   * @param bar where it says 1
   * @param rest the sum of squares that remains
   * @param all the sum of squares about the mean
   */
  private record Line(double space, double bar, double rest, double all) {
    static Line of(float[] darkness, BarGrid.Sight sight, float[] modules) {
      int n = sight.pixels();
      double x = 0;
      double y = 0;
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (int i = 0; i < n; i++) {
        double model = sight.darkness(i, modules);
        double seen = darkness[sight.firstPixel() + i];
        x += model;
        y += seen;
        xx += model * model;
        xy += model * seen;
        yy += seen * seen;
      }
      double all = yy - y * y / n;
      double spread = xx - x * x / n;
      double common = xy - x * y / n;
      double slope = common / spread;
      double space = (y - slope * x) / n;
      return new Line(space, space + slope, all - slope * common, all);
    }
  }
}
