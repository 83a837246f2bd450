package pannier.pricing;

import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;

/**
 * One line with its price.
 *
 * @param gross unit price × quantity, rounded half up once
 * @param discount 0 or more, at most {@code gross}; 0 as long as there are no promotions
 */
public record PricedLine(
    ProductId product, Quantity quantity, UnitPrice unitPrice, Money gross, Money discount) {
  public PricedLine {
    if (discount.minor() < 0 || discount.compareTo(gross) > 0) {
      throw new IllegalArgumentException("%s off %s".formatted(discount, gross));
    }
  }

  /** What the shopper pays for it. */
  public Money net() {
    return gross.minus(discount);
  }
}
