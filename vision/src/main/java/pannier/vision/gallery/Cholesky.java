package pannier.vision.gallery;

/**
 * The inverse of a symmetric, positive definite matrix by Cholesky's factors, in one fixed order of
 * sums, so that it is the same to the bit on every machine.
 */
final class Cholesky {
  private Cholesky() {}

  /**
   * A whole matrix.
   *
   * @param lower below the diagonal and on it; what is above is not read. Overwritten
   */
  static double[][] inverse(double[][] lower) {
    factor(lower);
    invert(lower);
    return squared(lower);
  }

  /** To the factor L, with {@code L Lᵀ} the matrix. */
  private static void factor(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = rows[i][j];
        for (int k = 0; k < j; k++) {
          rest -= rows[i][k] * rows[j][k];
        }
        rows[i][j] = i == j ? StrictMath.sqrt(rest) : rest / rows[j][j];
      }
    }
  }

  /** To the inverse of the factor, row by row. */
  private static void invert(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      double[] own = rows[i];
      double[] inverse = new double[i + 1];
      for (int k = 0; k < i; k++) {
        double times = own[k];
        for (int j = 0; j <= k; j++) {
          inverse[j] -= times * rows[k][j];
        }
      }
      inverse[i] = 1;
      for (int j = 0; j <= i; j++) {
        inverse[j] /= own[i];
      }
      System.arraycopy(inverse, 0, own, 0, i + 1);
    }
  }

  /** {@code Fᵀ F} of a lower triangle F. */
  private static double[][] squared(double[][] factor) {
    double[][] square = new double[factor.length][factor.length];
    for (int last = 0; last < factor.length; last++) {
      double[] row = factor[last];
      for (int i = 0; i <= last; i++) {
        double[] sums = square[i];
        double times = row[i];
        for (int j = 0; j <= last; j++) {
          sums[j] += times * row[j];
        }
      }
    }
    return square;
  }
}
