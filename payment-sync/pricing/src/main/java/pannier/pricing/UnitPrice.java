package pannier.pricing;

import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;

/**
 * What one piece or one kilogram costs.
 *
 * @param amount 0 or more
 */
public record UnitPrice(Money amount, SaleUnit unit) {
  private static final long GRAMS_PER_KILOGRAM = 1000;

  public UnitPrice {
    if (amount.minor() < 0) {
      throw new IllegalArgumentException("a price of " + amount);
    }
  }

  public static UnitPrice of(Product product) {
    return new UnitPrice(product.price(), product.unit());
  }

  /**
   * The cheaper of this and {@code other}.
   *
   * @throws IllegalArgumentException if they are for different units or currencies
   */
  public UnitPrice lower(UnitPrice other) {
    if (unit != other.unit) {
      throw new IllegalArgumentException("%s and %s do not compare".formatted(this, other));
    }
    return amount.compareTo(other.amount) <= 0 ? this : other;
  }

  /** Whether {@code quantity} says what this price needs: a mass, where it is for a kilogram. */
  public boolean fits(Quantity quantity) {
    return unit == SaleUnit.PIECE || quantity instanceof Quantity.Weighed;
  }

  /**
   * The price of a whole line, rounded half up to the minor unit, once.
   *
   * @throws IllegalArgumentException if a mass is needed and missing
   * @throws ArithmeticException beyond 64 bits
   */
  public Money times(Quantity quantity) {
    return switch (unit) {
      case PIECE -> amount.times(quantity.pieces());
      case KILOGRAM -> perKilogram(quantity);
    };
  }

  private Money perKilogram(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Weighed weighed -> {
        long milli = Math.multiplyExact(amount.minor(), weighed.massGrams());
        long minor = Math.addExact(milli, GRAMS_PER_KILOGRAM / 2) / GRAMS_PER_KILOGRAM;
        yield new Money(minor, amount.currency());
      }
      case Quantity.Pieces pieces ->
          throw new IllegalArgumentException("%s has no mass".formatted(pieces));
    };
  }
}
