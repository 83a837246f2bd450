package pannier.domain.trip;

import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;

/**
 * What pieces of a product weighed together, of which nobody doubts what they are.
 *
 * @param pieces 1 or more
 * @param mass of all of them, above zero
 */
public record PieceWeighing(ProductId product, int pieces, Mass mass) {
  public PieceWeighing {
    if (pieces < 1 || mass.grams() <= 0) {
      throw new IllegalArgumentException("%d of %s, %s".formatted(pieces, product, mass));
    }
  }
}
