package pannier.pricing;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.money.Money;

/**
 * Prices bills. Pure: the same lines and prices give the same bill, on the cart and at the gate.
 */
public final class Pricing {
  private Pricing() {}

  /** Prices {@code lines}, in their order, with the catalogue's prices. */
  public static PricedBill price(List<UnpricedLine> lines, Catalogue catalogue)
      throws UnpriceableLineException {
    return price(lines, PriceTable.of(catalogue));
  }

  /**
   * Prices {@code lines}, in their order.
   *
   * @throws UnpriceableLineException for a product without a price, a kilogram price without a
   *     mass, or an amount beyond 64 bits
   */
  public static PricedBill price(List<UnpricedLine> lines, PriceTable prices)
      throws UnpriceableLineException {
    List<PricedLine> priced = new ArrayList<>(lines.size());
    Money total = Money.zero(prices.currency());
    for (UnpricedLine line : lines) {
      try {
        PricedLine one = price(priced.size(), line, prices);
        total = total.plus(one.net());
        priced.add(one);
      } catch (ArithmeticException e) {
        throw new UnpriceableLineException(priced.size(), line, "the amount is too large");
      }
    }
    return new PricedBill(priced, total);
  }

  private static PricedLine price(int index, UnpricedLine line, PriceTable prices)
      throws UnpriceableLineException {
    UnitPrice price =
        prices
            .find(line.product())
            .orElseThrow(
                () -> new UnpriceableLineException(index, line, "the shop does not sell it"));
    if (!price.fits(line.quantity())) {
      throw new UnpriceableLineException(index, line, "it is sold by mass and has none");
    }
    Money gross = price.times(line.quantity());
    return new PricedLine(
        line.product(), line.quantity(), price, gross, Money.zero(gross.currency()));
  }
}
