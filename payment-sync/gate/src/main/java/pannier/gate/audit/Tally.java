package pannier.gate.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import pannier.domain.audit.Sign;

/**
 * What drawn checks found, by sign. How often bills with a sign are wrong is estimated by its mean
 * under a Beta distribution: it begins as if one of {@value #BEFORE} had been, and each check
 * counts as one more. Checks that staff made of their own accord are left out, as they chose whom.
 *
 * @param found by sign
 */
public record Tally(Map<Sign, Found> found) {
  public static final Tally NONE = new Tally(Map.of());

  /** Checks that the estimate begins with, one of them wrong. */
  static final int BEFORE = 20;

  /** No sign is ever taken for this much less, or more, telling than it was thought to be. */
  static final double LEAST_LIFT = 0.25;

  static final double MOST_LIFT = 4;

  public Tally {
    Map<Sign, Found> copy = new EnumMap<>(Sign.class);
    copy.putAll(found);
    found = Collections.unmodifiableMap(copy);
  }

  /**
   * @param checks of bills with the sign
   * @param wrong of those, where something was not as billed
   */
  public record Found(long checks, long wrong) {
    public static final Found NOTHING = new Found(0, 0);

    public Found {
      if (wrong < 0 || checks < wrong) {
        throw new IllegalArgumentException("%d of %d wrong".formatted(wrong, checks));
      }
    }
  }

  /** How much more telling a sign turned out than it was thought to be; 1 before any check. */
  public double lift(Sign sign) {
    Found it = found.getOrDefault(sign, Found.NOTHING);
    double wrong = (1.0 + it.wrong()) / (BEFORE + it.checks());
    return Math.clamp(wrong * BEFORE, LEAST_LIFT, MOST_LIFT);
  }
}
