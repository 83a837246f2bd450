package pannier.pricing.checkout;

import java.util.List;
import pannier.domain.money.Money;
import pannier.pricing.tender.Split;

/**
 * A bill, reckoned up.
 *
 * @param taxIncluded whether the nets contain the tax
 * @param split of {@link #total} over the tenders
 */
public record Reckoning(
    List<ReckonedLine> lines, Money subtotal, boolean taxIncluded, Split split) {
  public Reckoning {
    lines = List.copyOf(lines);
  }

  public Money tax() {
    return money(split.taxes().totalMinor());
  }

  public Money deposits() {
    return money(lines.stream().mapToLong(line -> line.deposit().minor()).sum());
  }

  /** Nets, deposits and the tax where it comes on top. */
  public Money total() {
    Money goods = subtotal.plus(deposits());
    return taxIncluded ? goods : goods.plus(tax());
  }

  /** What the tenders do not cover. */
  public Money due() {
    return money(split.dueMinor());
  }

  public Money money(long minor) {
    return new Money(minor, subtotal.currency());
  }
}
