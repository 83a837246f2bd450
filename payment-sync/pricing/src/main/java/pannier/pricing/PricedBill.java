package pannier.pricing;

import java.util.List;
import pannier.domain.money.Money;

/**
 * Priced lines and what they cost together.
 *
 * @param total the sum of the lines' nets, exactly
 */
public record PricedBill(List<PricedLine> lines, Money total) {
  public PricedBill {
    lines = List.copyOf(lines);
    Money sum = Money.zero(total.currency());
    for (PricedLine line : lines) {
      sum = sum.plus(line.net());
    }
    if (!sum.equals(total)) {
      throw new IllegalArgumentException("lines of %s, total %s".formatted(sum, total));
    }
  }
}
