package pannier.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;

/**
 * Prices bills. Pure: the same lines and prices give the same bill, on the cart and at the gate.
 */
public final class Pricing {
  /** Minor units of a line; more is a fault, and no sum of a bill's lines overflows. */
  public static final long MOST_MINOR = 1_000_000_000_000L;

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
   *     mass, or an amount beyond {@link #MOST_MINOR}
   */
  public static PricedBill price(List<UnpricedLine> lines, PriceTable prices)
      throws UnpriceableLineException {
    List<PricedLine> priced = new ArrayList<>(lines.size());
    Money total = Money.zero(prices.currency());
    for (UnpricedLine line : lines) {
      PricedLine one = price(priced.size(), line, prices, Optional.empty());
      total = total.plus(one.net());
      priced.add(one);
    }
    return new PricedBill(priced, total);
  }

  /**
   * Prices one line at the lower of {@code prices} and the shelf's price.
   *
   * @param index its place, for messages
   * @throws UnpriceableLineException for a product without a price, a kilogram price without a
   *     mass, or an amount beyond {@link #MOST_MINOR}
   */
  public static PricedLine price(
      int index, UnpricedLine line, PriceTable prices, Optional<Money> shelfPrice)
      throws UnpriceableLineException {
    UnitPrice asked =
        prices
            .find(line.product())
            .orElseThrow(
                () -> new UnpriceableLineException(index, line, "the shop does not sell it"));
    UnitPrice price =
        shelfPrice.map(shelf -> asked.lower(new UnitPrice(shelf, asked.unit()))).orElse(asked);
    if (!price.fits(line.quantity())) {
      throw new UnpriceableLineException(index, line, "it is sold by mass and has none");
    }
    return new PricedLine(
        line.product(),
        line.quantity(),
        price,
        gross(index, line, price),
        Money.zero(prices.currency()));
  }

  /** A line whose price stands on its label: one piece, as a whole. */
  public static PricedLine labelled(int index, UnpricedLine line, Money label)
      throws UnpriceableLineException {
    if (line.quantity().pieces() != 1) {
      throw new UnpriceableLineException(index, line, "a label is for one piece");
    }
    return new PricedLine(
        line.product(),
        new Quantity.Pieces(1),
        new UnitPrice(label, SaleUnit.PIECE),
        label,
        Money.zero(label.currency()));
  }

  private static Money gross(int index, UnpricedLine line, UnitPrice price)
      throws UnpriceableLineException {
    try {
      Money gross = price.times(line.quantity());
      if (gross.minor() <= MOST_MINOR) {
        return gross;
      }
    } catch (ArithmeticException e) {
      throw new UnpriceableLineException(index, line, "the amount is too large");
    }
    throw new UnpriceableLineException(index, line, "the amount is too large");
  }
}
