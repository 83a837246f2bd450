package pannier.wire;

import java.util.List;
import java.util.OptionalLong;

/**
 * One line as it was charged.
 *
 * @param shelfUnitPriceMinor the price that the cart had shown
 * @param gateUnitPriceMinor the price at the gate; the lower of the two was charged
 * @param grossMinor lower unit price × quantity
 * @param charges tax, deposit and benefits
 * @param reductions what the discount is made of; none where nobody said
 */
public record ReceiptLine(
    String product,
    String name,
    int pieces,
    OptionalLong massGrams,
    long shelfUnitPriceMinor,
    long gateUnitPriceMinor,
    long grossMinor,
    long discountMinor,
    LineCharges charges,
    List<ReceiptReduction> reductions) {
  static final int MOST_REDUCTIONS = 32;

  public ReceiptLine {
    Limits.text("product", product, Limits.LONGEST_PRODUCT);
    Limits.text("name", name, Limits.LONGEST_TEXT);
    Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
    if (massGrams.isPresent()) {
      Limits.range("mass", massGrams.getAsLong(), 0, Limits.MOST_GRAMS);
    }
    Limits.amount("shelf price", shelfUnitPriceMinor);
    Limits.amount("gate price", gateUnitPriceMinor);
    Limits.amount("gross", grossMinor);
    Limits.range("discount", discountMinor, 0, grossMinor);
    reductions = Limits.list("reductions", reductions, MOST_REDUCTIONS);
    long off = reductions.stream().mapToLong(ReceiptReduction::minor).sum();
    if (!reductions.isEmpty() && off != discountMinor) {
      throw new IllegalArgumentException(
          "discount: found %d; expected %d, the sum of the reductions"
              .formatted(discountMinor, off));
    }
  }

  /** A line whose discount is not itemised. */
  public ReceiptLine(
      String product,
      String name,
      int pieces,
      OptionalLong massGrams,
      long shelfUnitPriceMinor,
      long gateUnitPriceMinor,
      long grossMinor,
      long discountMinor,
      LineCharges charges) {
    this(
        product,
        name,
        pieces,
        massGrams,
        shelfUnitPriceMinor,
        gateUnitPriceMinor,
        grossMinor,
        discountMinor,
        charges,
        List.of());
  }

  /** A line without tax, deposit and benefits. */
  public ReceiptLine(
      String product,
      String name,
      int pieces,
      OptionalLong massGrams,
      long shelfUnitPriceMinor,
      long gateUnitPriceMinor,
      long grossMinor,
      long discountMinor) {
    this(
        product,
        name,
        pieces,
        massGrams,
        shelfUnitPriceMinor,
        gateUnitPriceMinor,
        grossMinor,
        discountMinor,
        LineCharges.NONE);
  }

  /** What a piece or a kilogram was charged at. */
  public long unitPriceMinor() {
    return Math.min(shelfUnitPriceMinor, gateUnitPriceMinor);
  }

  /** What the shopper paid for the line. */
  public long netMinor() {
    return grossMinor - discountMinor;
  }
}
