package pannier.wire;

import java.util.OptionalLong;

/**
 * One line of a bill, as the cart showed it.
 *
 * @param product the shop's id of it
 * @param massGrams whole grams without tare; there for what is sold by mass
 * @param unitPriceMinor the shelf price for a piece or a kilogram; of what is labelled, the price
 *     on its own label
 * @param netMinor what the shopper was told to pay for the line
 * @param discountMinor what promotions had taken off before
 * @param labelled one piece that is priced by the label on it
 */
public record FrozenLine(
    String product,
    int pieces,
    OptionalLong massGrams,
    long unitPriceMinor,
    long netMinor,
    long discountMinor,
    boolean labelled) {
  public FrozenLine {
    Limits.text("product", product, Limits.LONGEST_PRODUCT);
    Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
    if (massGrams.isPresent()) {
      Limits.range("mass", massGrams.getAsLong(), 0, Limits.MOST_GRAMS);
    }
    Limits.amount("unit price", unitPriceMinor);
    Limits.amount("net", netMinor);
    Limits.amount("discount", discountMinor);
    if (labelled) {
      Limits.range("pieces", pieces, 1, 1);
    }
  }

  /** A line without promotion or label. */
  public FrozenLine(
      String product, int pieces, OptionalLong massGrams, long unitPriceMinor, long netMinor) {
    this(product, pieces, massGrams, unitPriceMinor, netMinor, 0, false);
  }

  /** Before promotions. */
  public long grossMinor() {
    return netMinor + discountMinor;
  }
}
