package pannier.pricing.tender;

import java.util.Arrays;
import java.util.List;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRules;

/**
 * Which goods and deposits food benefits pay. They pay all that they may and can, and leave what is
 * taxed least: what they pay is not taxed (Food and Nutrition Act, section 4(a); USDA, "Sales Tax,
 * Fees, and Refunds").
 */
final class SnapPlan {
  private final long[] goodsMinor;
  private final long[] depositMinor;

  private SnapPlan(List<Payable> lines) {
    goodsMinor = lines.stream().mapToLong(Payable::snapMinor).toArray();
    depositMinor = lines.stream().mapToLong(Payable::snapDepositMinor).toArray();
  }

  /** The plan for benefits of {@code availableMinor} together. */
  static SnapPlan of(List<Payable> lines, long availableMinor, TaxRules rules) {
    SnapPlan plan = new SnapPlan(lines);
    plan.leave(lines, Math.max(0, plan.totalMinor() - availableMinor), rules);
    return plan;
  }

  /** What they pay of a line's goods. */
  long goodsMinor(int line) {
    return goodsMinor[line];
  }

  /** What they pay of a line's deposit. */
  long depositMinor(int line) {
    return depositMinor[line];
  }

  private long totalMinor() {
    return Arrays.stream(goodsMinor).sum() + Arrays.stream(depositMinor).sum();
  }

  private void leave(List<Payable> lines, long minor, TaxRules rules) {
    long leave = minor;
    for (int line = lines.size() - 1; line >= 0; line--) {
      leave = leave(depositMinor, line, leave);
    }
    for (int line = lines.size() - 1; line >= 0; line--) {
      if (lines.get(line).rate().equals(Rate.ZERO)) {
        leave = leave(goodsMinor, line, leave);
      }
    }
    if (leave > 0) {
      long[] left = LeastTax.leave(lines, leave, rules);
      Arrays.setAll(goodsMinor, line -> goodsMinor[line] - left[line]);
    }
  }

  /** Leaves up to {@code leave} of one amount; returns what is still to be left elsewhere. */
  private static long leave(long[] amounts, int line, long leave) {
    long left = Math.min(amounts[line], leave);
    amounts[line] -= left;
    return leave - left;
  }
}
