package pannier.domain.basket;

import org.jspecify.annotations.Nullable;
import pannier.domain.money.Money;

/**
 * What the label on one piece in the basket says, which holds instead of the shop's price or the
 * cart's scale.
 *
 * @param price of this piece as a whole; null: none stands on it
 * @param massGrams without packaging; null: none stands on it
 * @param weighedGrams what the cart's scale made of the piece, packaging included
 */
public record Label(@Nullable Money price, @Nullable Double massGrams, double weighedGrams) {
  public Label {
    if (price == null && massGrams == null) {
      throw new IllegalArgumentException("a label that says nothing");
    }
  }
}
