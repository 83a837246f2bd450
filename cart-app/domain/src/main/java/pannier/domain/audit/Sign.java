package pannier.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something on a trip that makes its bill less sure. Each counts in a unit of its own and gives
 * points up to a most; together they can give {@link Risk#MOST}. The weights are estimates: a gate
 * learns from its checks how much each of them means.
 */
public enum Sign {
  /** Seconds in which scale or a camera could not be trusted. */
  UNTRUSTED("untrusted", 2, 1, 200),
  /** What nothing explained, until a code, taking it out or staff ended it. */
  HELD("held", 20, 1, 100),
  /** What staff settled by their word. */
  OVERRIDDEN("overridden", 60, 1, 200),
  /** Questions that nobody answered, which were read in the shopper's favour. */
  UNANSWERED("unanswered", 50, 1, 150),
  /** Bookings that were less sure than {@link #SURE}. */
  DOUBTFUL("doubtful", 10, 1, 100),
  /** Grams of the shopper's own things. */
  PERSONAL("personal", 1, 20, 100),
  /** Pieces on the lower shelf, which nothing weighs or sees. */
  BELOW("below", 5, 1, 50),
  /** Hundredths of the currency's unit that the bill comes to. */
  AMOUNT("amount", 1, 200, 100);

  /** Bookings below this probability are doubtful. */
  public static final double SURE = 0.99;

  private final String code;
  private final int points;
  private final int each;
  private final int most;

  Sign(String code, int points, int each, int most) {
    this.code = code;
    this.points = points;
    this.each = each;
    this.most = most;
  }

  /** Its word on bills; pages have the sentence. */
  public String code() {
    return code;
  }

  /** How many points it gives at most. */
  public int most() {
    return most;
  }

  /** What a count of it gives, 0 to {@link #most}. */
  public int points(long count) {
    long enough = (long) most * each;
    return (int) Math.min(most, Math.clamp(count, 0, enough) / each * points);
  }

  public static Optional<Sign> find(String code) {
    return Arrays.stream(values()).filter(sign -> sign.code.equals(code)).findFirst();
  }
}
