package pannier.pricing.checkout;

import java.util.List;
import pannier.domain.money.Money;
import pannier.pricing.PricedLine;
import pannier.pricing.promotion.Reduction;
import pannier.pricing.tax.Rate;

/**
 * One line, explained.
 *
 * @param reductions what the line's discount is made of
 * @param rate of the tax on what food benefits did not pay
 * @param tax on top of the net, or contained in it
 * @param deposit for all pieces
 */
public record ReckonedLine(
    PricedLine priced, List<Reduction> reductions, Rate rate, Money tax, Money deposit) {
  public ReckonedLine {
    reductions = List.copyOf(reductions);
    long off = reductions.stream().mapToLong(Reduction::minor).sum();
    if (off != priced.discount().minor()) {
      throw new IllegalArgumentException("reductions of %d, %s".formatted(off, priced.discount()));
    }
  }
}
