package pannier.pricing;

import pannier.domain.catalogue.ProductId;

/** Something to price. */
public record UnpricedLine(ProductId product, Quantity quantity) {
  public static UnpricedLine ofPieces(ProductId product, int pieces) {
    return new UnpricedLine(product, new Quantity.Pieces(pieces));
  }

  public static UnpricedLine ofMass(ProductId product, int pieces, long massGrams) {
    return new UnpricedLine(product, new Quantity.Weighed(pieces, massGrams));
  }
}
