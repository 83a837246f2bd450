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
 * @param unitPrice the shelf price that the cart showed, for one {@code unit}; of a labelled piece,
 *     what its label asks for it as a whole
 * @param labelled one piece whose price stands on its label
 */
public record BillLine(
    ProductId product, int pieces, Mass mass, SaleUnit unit, Money unitPrice, boolean labelled) {
  public BillLine {
    if (pieces < 1 || unitPrice.minor() < 0 || mass.grams() < 0 || (labelled && pieces > 1)) {
      throw new IllegalArgumentException(
          "%d of %s, %s, at %s".formatted(pieces, product, mass, unitPrice));
    }
  }

  /** At the shelf's price. */
  public BillLine(ProductId product, int pieces, Mass mass, SaleUnit unit, Money unitPrice) {
    this(product, pieces, mass, unit, unitPrice, false);
  }

  BillLine withLabel() {
    return new BillLine(product, pieces, mass, unit, unitPrice, true);
  }
}
