package pannier.domain.basket;

import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;

/**
 * What people say is in the cart: in the basket when a trip starts, or below it.
 *
 * @param pieces 1 or more
 */
public record Content(ProductId product, int pieces) {
  public Content {
    if (pieces < 1) {
      throw new IllegalArgumentException("%d pieces of %s".formatted(pieces, product));
    }
  }

  /** Its line of a bill, at the shelf's price and with the mass that such pieces have. */
  public BillLine billed(Product sold) {
    Mass mass = sold.pieceMass().mean().times(pieces);
    return new BillLine(product, pieces, mass, sold.unit(), sold.price());
  }
}
