package pannier.domain.weighing;

import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;

/**
 * Something in the basket that is sold by mass, and has not been weighed yet.
 *
 * @param packed what its mass is to be told from
 * @param grams what the scale made of it, perhaps while rolling
 * @param crossedNanos when it went in
 * @param obstacle why it could not be weighed so far; null: it has not been tried
 */
public record Unweighed(
    ProductId product,
    Packed packed,
    double grams,
    long crossedNanos,
    @Nullable Obstacle obstacle) {

  /**
   * What it is wrapped in.
   *
   * @param pieces 1 or more
   * @param tareGrams of the packaging of each, 0 or more
   */
  public record Packed(int pieces, double tareGrams) {
    double grams() {
      return pieces * tareGrams;
    }
  }

  Unweighed because(Obstacle why) {
    return new Unweighed(product, packed, grams, crossedNanos, why);
  }
}
