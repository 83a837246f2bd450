package pannier.pricing.trial;

import java.util.List;

/**
 * A made-up basket in plain numbers; nothing of the engine's is in it.
 *
 * @param mixPrice any two of the pieces that mix cost so much together; 0: none do
 * @param billOff minor units off the whole bill
 */
record Basket(List<Line> lines, List<Means> tenders, Mode mode, long mixPrice, long billOff) {
  enum Mode {
    ITEM,
    RATE,
    INVOICE,
    VAT_ITEM,
    VAT_RATE,
    VAT_INVOICE;

    boolean included() {
      return this == VAT_ITEM || this == VAT_RATE || this == VAT_INVOICE;
    }
  }

  enum Offer {
    NONE,
    THREE_FOR_TWO,
    PERCENT,
    AMOUNT,
    SPECIAL,
    MIX
  }

  /**
   * @param grams below 0: sold by piece
   * @param shelf the shelf's price; the lower holds
   * @param ratePpm in parts of a million
   * @param offerValue percent, minor units off a piece, or another price
   */
  record Line(
      long price,
      long shelf,
      int pieces,
      long grams,
      long ratePpm,
      boolean eligible,
      long deposit,
      long lawDeposit,
      Offer offer,
      long offerValue) {
    boolean byMass() {
      return grams >= 0;
    }
  }

  /**
   * @param limit below 0: pays what is left
   */
  record Means(String kind, long limit) {}
}
