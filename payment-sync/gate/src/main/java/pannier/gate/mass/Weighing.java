package pannier.gate.mass;

import pannier.domain.mass.NewPack;

/**
 * Pieces of one product on a cart's scale, in a trip that was paid.
 *
 * @param pieces 1 or more
 * @param grams of all of them
 */
record Weighing(String tripId, int pieces, double grams) {
  /** Of two readings of a platform, before and after. */
  private static final double SCALE_GRAMS2 = 2;

  double each() {
    return grams / pieces;
  }

  /** Of the mean of its pieces, where one piece has this variance. */
  double varianceGrams2(double ofOnePiece) {
    return ofOnePiece / pieces + SCALE_GRAMS2 / ((double) pieces * pieces);
  }

  /** Whether pieces of this mean and variance may weigh so. */
  boolean fits(double meanGrams, double varianceGrams2) {
    return Math.abs(each() - meanGrams)
        <= NewPack.SIGMAS * Math.sqrt(varianceGrams2(varianceGrams2));
  }

  /** What it says of the variance of one piece, the scale's own taken off. */
  double spreadGrams2(double meanGrams) {
    double off = each() - meanGrams;
    return Math.max(0, pieces * (off * off - SCALE_GRAMS2 / ((double) pieces * pieces)));
  }
}
