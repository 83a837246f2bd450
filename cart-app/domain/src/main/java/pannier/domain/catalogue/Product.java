package pannier.domain.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param handling tare, age limit, what its codes carry; null in journals from before it was kept
 */
public record Product(
    ProductId id,
    String name,
    SaleUnit unit,
    Money price,
    MassSpread pieceMass,
    List<String> codes,
    @Nullable Handling handling) {
  public Product {
    codes = List.copyOf(codes);
    if (price.minor() < 0) {
      throw new IllegalArgumentException("%s has a negative price".formatted(id));
    }
    if (pieceMass.mean().grams() <= 0) {
      throw new IllegalArgumentException("%s has no mass".formatted(id));
    }
  }

  /** A product that needs no special handling. */
  public Product(
      ProductId id,
      String name,
      SaleUnit unit,
      Money price,
      MassSpread pieceMass,
      List<String> codes) {
    this(id, name, unit, price, pieceMass, codes, Handling.PLAIN);
  }

  Product weighing(MassSpread other) {
    return new Product(id, name, unit, price, other, codes, handling);
  }

  @Override
  public Handling handling() {
    return handling == null ? Handling.PLAIN : handling;
  }
}
