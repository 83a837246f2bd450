package pannier.domain.basket;

import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;

/**
 * One product in the basket.
 *
 * @param pieces 1 or more; how many times it went in for what is sold by the kilogram
 * @param mass what the scale made of them together; what is sold by the kilogram is billed by it
 */
public record BasketLine(ProductId product, int pieces, Mass mass) {
  public BasketLine {
    if (pieces < 1) {
      throw new IllegalArgumentException("%d pieces of %s".formatted(pieces, product));
    }
  }
}
