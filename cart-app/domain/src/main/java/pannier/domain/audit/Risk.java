package pannier.domain.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import pannier.domain.money.Money;

/**
 * How much there is to look into about a bill.
 *
 * @param score the sum of the reasons' points, 0 to {@link #MOST}
 * @param reasons those that give points, in the order of {@link Sign}
 */
public record Risk(int score, List<Reason> reasons) {
  /** All signs at their most. */
  public static final int MOST = 1_000;

  public Risk {
    reasons = List.copyOf(reasons);
    int points = reasons.stream().mapToInt(Reason::points).sum();
    if (score != points || score > MOST) {
      throw new IllegalArgumentException("score %d of %s".formatted(score, reasons));
    }
  }

  /**
   * @param count in the sign's unit
   * @param points that it gives, 1 or more
   */
  public record Reason(Sign sign, long count, int points) {}

  /**
   * Of a bill.
   *
   * @param total what it comes to
   */
  public static Risk of(Marks marks, Money total) {
    long amount = hundredths(total);
    return of(sign -> sign == Sign.AMOUNT ? amount : marks.count(sign));
  }

  /** An amount as {@link Sign#AMOUNT} counts it. */
  public static long hundredths(Money amount) {
    return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
        .movePointRight(2)
        .longValue();
  }

  /** Of so many of each sign. */
  public static Risk of(ToLongFunction<Sign> counts) {
    List<Reason> reasons = new ArrayList<>();
    for (Sign sign : Sign.values()) {
      long count = counts.applyAsLong(sign);
      if (sign.points(count) > 0) {
        reasons.add(new Reason(sign, count, sign.points(count)));
      }
    }
    return new Risk(reasons.stream().mapToInt(Reason::points).sum(), reasons);
  }
}
