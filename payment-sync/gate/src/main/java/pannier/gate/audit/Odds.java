package pannier.gate.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import pannier.domain.audit.Sign;

/**
 * How likely a bill is drawn, in millionths: a base for every bill, more for each sign on it, and
 * never more than a most.
 *
 * @param basePpm for every bill, whatever happened on its trip
 * @param mostPpm however much speaks for it; so no shopper is checked more often than that
 * @param morePpm what a sign adds at its most points, before anything was learnt
 */
public record Odds(int basePpm, int mostPpm, Map<Sign, Integer> morePpm) {
  /** Certainty. */
  public static final int CERTAIN_PPM = 1_000_000;

  /**
   * Two bills in a hundred by chance alone, and at most one in five: what a shop may begin with.
   * The numbers are estimates until its own checks have corrected them.
   */
  public static final Odds USUAL =
      new Odds(
          20_000,
          200_000,
          Map.of(
              Sign.UNTRUSTED, 80_000,
              Sign.HELD, 40_000,
              Sign.OVERRIDDEN, 80_000,
              Sign.UNANSWERED, 80_000,
              Sign.DOUBTFUL, 30_000,
              Sign.PERSONAL, 40_000,
              Sign.BELOW, 30_000,
              Sign.AMOUNT, 20_000));

  public Odds {
    Map<Sign, Integer> copy = new EnumMap<>(Sign.class);
    copy.putAll(morePpm);
    morePpm = Collections.unmodifiableMap(copy);
    if (basePpm < 0 || mostPpm < basePpm || mostPpm > CERTAIN_PPM) {
      throw new IllegalArgumentException("base %d, most %d ppm".formatted(basePpm, mostPpm));
    }
    morePpm.forEach(
        (sign, ppm) -> {
          if (ppm < 0 || ppm > CERTAIN_PPM) {
            throw new IllegalArgumentException("%s: %d ppm".formatted(sign, ppm));
          }
        });
  }

  /** What a sign adds that gives so many points. */
  int more(Sign sign, int points, Tally tally) {
    double full = morePpm.getOrDefault(sign, 0) * tally.lift(sign);
    return (int) Math.round(full * points / sign.most());
  }

  /** Of all that speaks for a check. */
  int together(int morePpm) {
    return Math.min(mostPpm, basePpm + morePpm);
  }
}
