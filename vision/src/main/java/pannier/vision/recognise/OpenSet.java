package pannier.vision.recognise;

import java.util.Arrays;

/**
 * How well a score (higher: surer that the thing is enrolled) tells enrolled things from others.
 *
 * @param auroc probability that an enrolled thing scores higher than another; a tie counts half
 * @param falseAcceptAt95 share of the others that pass when 95 % of the enrolled do
 */
record OpenSet(double auroc, double falseAcceptAt95) {
  private static final double TRUE_ACCEPTS = 0.95;

  /** Both arrays hold at least one score. */
  static OpenSet of(double[] enrolled, double[] others) {
    double[] known = enrolled.clone();
    Arrays.sort(known);
    double wins = 0;
    for (double other : others) {
      int below = rank(known, other, false);
      int notAbove = rank(known, other, true);
      wins += known.length - notAbove + 0.5 * (notAbove - below);
    }
    double threshold = known[(int) Math.floor(known.length * (1 - TRUE_ACCEPTS))];
    long accepted = Arrays.stream(others).filter(score -> score >= threshold).count();
    return new OpenSet(wins / known.length / others.length, (double) accepted / others.length);
  }

  /** How many sorted values lie below, or below and at, the bound. */
  private static int rank(double[] sorted, double bound, boolean atToo) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound || (atToo && sorted[middle] == bound)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
