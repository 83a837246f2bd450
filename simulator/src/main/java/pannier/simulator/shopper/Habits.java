package pannier.simulator.shopper;

/**
 * How often a shopper does what, as fractions of the items picked. Estimates, chosen so that every
 * way of handling is met many times in a hundred trips; no published count of them is known to us.
 *
 * @param pair two different products at once, one in each hand
 * @param again a second piece of what was just picked
 * @param sibling a look-alike of what was just picked
 * @param regret something is taken out again before the next pick
 */
public record Habits(double pair, double again, double sibling, double regret) {
  /** Everyday shopping. */
  public static Habits everyday() {
    return new Habits(0.06, 0.12, 0.08, 0.06);
  }
}
