package pannier.domain.catalogue;

import java.util.List;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

/**
 * One product of the shop.
 *
 * @param name what the shopper reads
 * @param unit what {@code price} is for
 * @param price for one piece, or for one kilogram
 * @param pieceMass the mass of one piece with its spread between pieces
 * @param codes GTINs or PLU numbers that name it, digits only
 */
public record Product(
    ProductId id,
    String name,
    SaleUnit unit,
    Money price,
    MassSpread pieceMass,
    List<String> codes) {
  public Product {
    codes = List.copyOf(codes);
    if (price.minor() < 0) {
      throw new IllegalArgumentException("%s has a negative price".formatted(id));
    }
    if (pieceMass.mean().grams() <= 0) {
      throw new IllegalArgumentException("%s has no mass".formatted(id));
    }
  }
}
