package pannier.wire;

import java.util.OptionalLong;

/**
 * One line of a bill, as the cart showed it.
 *
 * @param product the shop's id of it
 * @param massGrams whole grams without tare; there for what is sold by mass
 * @param unitPriceMinor the shelf price for a piece or a kilogram
 * @param netMinor what the shopper was told to pay for the line
 */
public record FrozenLine(
    String product, int pieces, OptionalLong massGrams, long unitPriceMinor, long netMinor) {
  public FrozenLine {
    Limits.text("product", product, Limits.LONGEST_PRODUCT);
    Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
    if (massGrams.isPresent()) {
      Limits.range("mass", massGrams.getAsLong(), 0, Limits.MOST_GRAMS);
    }
    Limits.amount("unit price", unitPriceMinor);
    Limits.amount("net", netMinor);
  }
}
