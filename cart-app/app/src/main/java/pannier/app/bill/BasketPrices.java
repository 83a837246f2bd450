package pannier.app.bill;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.pricing.PricedBill;
import pannier.pricing.Pricing;
import pannier.pricing.Quantity;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;

/** Prices a basket as the gate will. */
public final class BasketPrices {
  private BasketPrices() {}

  /**
   * The basket at the catalogue's prices.
   *
   * @throws IllegalArgumentException if a line's product is not in the catalogue; no decision books
   *     such a line
   */
  public static PricedBill of(Basket basket, Catalogue catalogue) {
    List<UnpricedLine> lines = new ArrayList<>();
    for (BasketLine line : basket.lines()) {
      lines.add(unpriced(line, catalogue.get(line.product())));
    }
    try {
      return Pricing.price(lines, catalogue);
    } catch (UnpriceableLineException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static UnpricedLine unpriced(BasketLine line, Product product) {
    Quantity quantity =
        switch (product.unit()) {
          case PIECE -> new Quantity.Pieces(line.pieces());
          case KILOGRAM -> new Quantity.Weighed(line.pieces(), Math.round(line.mass().grams()));
        };
    return new UnpricedLine(product.id(), quantity);
  }
}
