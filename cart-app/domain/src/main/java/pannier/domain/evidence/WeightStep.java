package pannier.domain.evidence;

import pannier.domain.mass.MassSpread;

/**
 * A lasting change of the load, between two settled levels.
 *
 * @param startNanos when the load left the old level
 * @param settledNanos when the new level was known
 * @param change signed change with the uncertainty of both levels
 * @param acrossFraction where the changed load lies from left (0) to right (1)
 * @param alongFraction where it lies from front (0) to rear (1)
 */
public record WeightStep(
    long startNanos,
    long settledNanos,
    MassSpread change,
    double acrossFraction,
    double alongFraction) {
  /** Baskets reach a little over the cells that bear them. */
  private static final double OVERHANG = 0.06;

  /**
   * The four corners moved as they do for a load beside the basket: somebody leans on the rim, or a
   * bag hangs on the side. How far a place can be told depends on how heavy the load is.
   */
  public boolean offTheCells() {
    double grams = Math.max(1, Math.abs(change.mean().grams()));
    double blur = OVERHANG + 3 * change.standardDeviationGrams() / grams;
    return outside(acrossFraction, blur) || outside(alongFraction, blur);
  }

  private static boolean outside(double fraction, double blur) {
    return fraction < -blur || fraction > 1 + blur;
  }
}
