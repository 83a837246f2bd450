package pannier.simulator.bench;

/**
 * The search as it is written in an afternoon: one inner product after the other, the best
 * reference of each product counts. It neither calibrates nor ranks; the gallery does both.
 */
final class PlainLoop {
  private final float[][] rows;
  private final int referencesEach;

  PlainLoop(float[][] rows, int referencesEach) {
    this.rows = rows;
    this.referencesEach = referencesEach;
  }

  /** The product of the reference that is most alike. */
  int nearest(float[] query) {
    int best = -1;
    float most = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.length; row++) {
      float sum = 0;
      for (int i = 0; i < query.length; i++) {
        sum += query[i] * rows[row][i];
      }
      if (sum > most) {
        most = sum;
        best = row / referencesEach;
      }
    }
    return best;
  }
}
