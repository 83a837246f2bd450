package pannier.wire;

import java.util.List;

/**
 * What a cart says that there is to look into about a bill. The gate believes the counts and
 * reckons for itself.
 *
 * @param score 0 to {@value #MOST_SCORE}
 * @param reasons of the score; codes that the gate does not know are passed over
 */
public record RiskClaim(int score, List<Reason> reasons) {
  /** Nothing to look into. */
  public static final RiskClaim NONE = new RiskClaim(0, List.of());

  static final int MOST_SCORE = 1_000;
  static final int MOST_REASONS = 16;

  public RiskClaim {
    Limits.range("score", score, 0, MOST_SCORE);
    reasons = Limits.list("reasons", reasons, MOST_REASONS);
  }

  /**
   * @param code such as {@code untrusted}
   * @param count in a unit that goes with the code
   * @param points of the score
   */
  public record Reason(String code, long count, int points) {
    public Reason {
      Limits.text("code", code, Limits.LONGEST_ID);
      Limits.range("count", count, 0, Limits.MOST_MINOR);
      Limits.range("points", points, 0, MOST_SCORE);
    }
  }

  /** How many of a code there were; 0 where the cart says nothing of it. */
  public long count(String code) {
    return reasons.stream()
        .filter(reason -> reason.code().equals(code))
        .mapToLong(Reason::count)
        .findFirst()
        .orElse(0);
  }
}
