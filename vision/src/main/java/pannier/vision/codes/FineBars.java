package pannier.vision.codes;

import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;

/**
 * Finds which of a shop's numbers bars show that are too fine to be told apart one by one, down to
 * eight tenths of a pixel a module: for each place of the symbol it is worked out how well each
 * digit's bars would explain the brightness there, and the number whose digits explain it best
 * together must explain it nearly as well as any digits could, and far better than any other number
 * of the shop.
 */
final class FineBars {
  private static final double LEAST_LEVELS = 25;
  private static final double LEAST_MODULE_PX = 0.6;
  private static final double MOST_MODULE_PX = 3;

  private static final double LEAST_EXPLAINED = 0.85;
  private static final double MOST_MISFIT = 12;

  /**
   * Around a bottle no grid fits well; there the next number fits worse still, by so many times.
   */
  private static final double LEAD_OVER_MISFIT = 3;

  /** Further rows need not be looked at. */
  private static final double CLEAR_LEAD = 20;

  /** Where neighbouring pixels err together, as many of them say less. */
  private static final double OWN_SHARE = 0.4;

  /** Better than this no model of a lens is. */
  private static final double LEAST_NOISE = 0.04;

  /**
   * In a picture's blocks of eight pixels the direction across fine bars is known about so well.
   */
  private static final int MOST_TURN_DEGREES = 5;

  /** Numbers whose symbols are worked out whole. */
  private static final int CLOSEST = 6;

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
      return explained >= LEAST_EXPLAINED
          && misfit <= Math.max(MOST_MISFIT, lead / LEAD_OVER_MISFIT);
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
  private Optional<Fit> fit(float[] brightness) {
    float[] sorted = brightness.clone();
    Arrays.sort(sorted);
    double ink = sorted[sorted.length / 50];
    double paper = sorted[sorted.length * 9 / 10];
    if (paper - ink < LEAST_LEVELS) {
      return Optional.empty();
    }
    float[] darkness = new float[brightness.length];
    for (int i = 0; i < darkness.length; i++) {
      darkness[i] = (float) ((paper - brightness[i]) / (paper - ink));
    }
    return new GridSearch(darkness)
        .extent()
        .filter(grid -> grid.modulePx() >= LEAST_MODULE_PX && grid.modulePx() <= MOST_MODULE_PX)
        .map(grid -> fit(darkness, grid));
  }

  private Fit fit(float[] darkness, BarGrid extent) {
    float[] turned = reversed(darkness);
    GridSearch.Placed forth = new GridSearch(darkness).roughly(extent);
    GridSearch.Placed back = new GridSearch(turned).roughly(extent.reversed(darkness.length));
    return forth.cost() <= back.cost()
        ? judged(darkness, forth.grid())
        : judged(turned, back.grid());
  }

  private static float[] reversed(float[] values) {
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  /** Where paper and ink lie is told by the best digits only: the grid is sought once more then. */
  private Fit judged(float[] darkness, BarGrid rough) {
    BarGrid grid = new GridSearch(darkness).finely(rough);
    byte[] digits = new DigitCosts(darkness, grid).bestPatterns();
    float[] adjusted = BarLine.of(darkness, grid.sight(darkness.length), digits).adjusted(darkness);
    return compared(adjusted, new GridSearch(adjusted).finely(grid));
  }

  private Fit compared(float[] darkness, BarGrid grid) {
    DigitCosts costs = new DigitCosts(darkness, grid);
    BarGrid.Sight sight = grid.sight(darkness.length);
    double free = BarLine.of(darkness, sight, costs.bestPatterns()).rest();
    int leader = -1;
    double least = Double.MAX_VALUE;
    double next = Double.MAX_VALUE;
    double all = 1;
    for (int index : known.best(costs.table(), CLOSEST)) {
      BarLine line = BarLine.of(darkness, sight, known.patterns(index));
      all = line.all();
      leader = line.rest() < least ? index : leader;
      next = Math.min(next, Math.max(least, line.rest()));
      least = Math.min(least, line.rest());
    }
    double noise = Math.max(LEAST_NOISE, Math.sqrt(Math.min(free, least) / sight.pixels()));
    double unit = 2 * noise * noise / OWN_SHARE;
    double worst = Math.min(next, all);
    return new Fit(leader, 1 - least / all, (least - free) / unit, (worst - least) / unit);
  }
}
