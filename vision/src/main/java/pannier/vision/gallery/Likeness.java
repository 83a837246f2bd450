package pannier.vision.gallery;

import java.util.Arrays;

/** Compares one embedding with many by a gallery's metric. Immutable. */
final class Likeness {
  private final EmbeddingMatrix matrix;
  private final float[] lengths;

  /**
   * @param lengths of the matrix's rows by the metric
   */
  Likeness(EmbeddingMatrix matrix, float[] lengths) {
    this.matrix = matrix;
    this.lengths = lengths.clone();
  }

  static Likeness of(EmbeddingMatrix matrix, Metric metric) {
    float[] lengths = new float[matrix.rows()];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = metric.isPlain() ? 1 : metric.turn(matrix.row(row)).length();
    }
    return new Likeness(matrix, lengths);
  }

  /** A copy of each row's length. */
  float[] lengths() {
    return lengths.clone();
  }

  /** A copy of the lengths of some rows, from one on. */
  float[] lengths(int first, int count) {
    return Arrays.copyOfRange(lengths, first, first + count);
  }

  /** A copy of one row of the matrix. */
  float[] row(int row) {
    return matrix.row(row);
  }

  float[] cosines(Metric.Turned query) {
    float[] cosines = matrix.inner(query.vector());
    for (int row = 0; row < cosines.length; row++) {
      cosines[row] = (cosines[row] - query.offset()) / (query.length() * lengths[row]);
    }
    return cosines;
  }
}
