package pannier.domain.basket;

import pannier.domain.catalogue.ProductId;

/**
 * What is said to lie in the basket when a trip starts.
 *
 * @param pieces 1 or more
 */
public record Content(ProductId product, int pieces) {
  public Content {
    if (pieces < 1) {
      throw new IllegalArgumentException("%d pieces of %s".formatted(pieces, product));
    }
  }
}
