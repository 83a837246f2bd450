package pannier.simulator.shopper;

/**
 * How often a shopper does what. Estimates, chosen so that every way of handling is met many times
 * in a hundred trips; no published count of them is known to us.
 *
 * @param picking as fractions of the items picked
 * @param doubts as fractions of the items picked
 * @param browser the fraction of shoppers who only look, and buy nothing
 * @param ownBag the fraction of shoppers who put a bag of their own into the basket
 */
public record Habits(Picking picking, Doubts doubts, double browser, double ownBag) {
  /**
   * What is picked, and how.
   *
   * @param pair two different products at once, one in each hand
   * @param again a second piece of what was just picked
   * @param sibling a look-alike of what was just picked
   */
  public record Picking(double pair, double again, double sibling) {}

  /**
   * Second thoughts.
   *
   * @param regret something is taken out again before the next pick
   * @param look something is held over the basket, looked at, and put back on the shelf
   * @param hesitate something is held over the rim for a while before it goes in
   */
  public record Doubts(double regret, double look, double hesitate) {}

  /** Everyday shopping. */
  public static Habits everyday() {
    return new Habits(new Picking(0.06, 0.12, 0.08), new Doubts(0.06, 0.05, 0.08), 0.02, 0.06);
  }
}
