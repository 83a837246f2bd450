package pannier.domain.basket;

import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;

/**
 * One line of a bill.
 *
 * @param pieces 1 or more
 * @param mass measured; what {@link SaleUnit#KILOGRAM} is billed by
 * @param unitPrice the shelf price that the cart showed, for one {@code unit}
 */
public record BillLine(ProductId product, int pieces, Mass mass, SaleUnit unit, Money unitPrice) {
  public BillLine {
    if (pieces < 1 || unitPrice.minor() < 0 || mass.grams() < 0) {
      throw new IllegalArgumentException(
          "%d of %s, %s, at %s".formatted(pieces, product, mass, unitPrice));
    }
  }
}
