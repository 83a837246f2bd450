package pannier.vision.gallery;

/** Compares one embedding with many by a gallery's metric. Immutable. */
final class Likeness {
  private final EmbeddingMatrix matrix;
  private final float[] lengths;

  /**
   * @param lengths of the matrix's rows, as {@link #lengths} has them
   */
  Likeness(EmbeddingMatrix matrix, float[] lengths) {
    this.matrix = matrix;
    this.lengths = lengths;
  }

  static Likeness of(EmbeddingMatrix matrix, Metric metric) {
    return new Likeness(matrix, lengths(matrix, metric));
  }

  /** Each row's length by a metric. */
  static float[] lengths(EmbeddingMatrix matrix, Metric metric) {
    float[] lengths = new float[matrix.rows()];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = metric.isPlain() ? 1 : metric.turn(matrix.row(row)).length();
    }
    return lengths;
  }

  float length(int row) {
    return lengths[row];
  }

  float[] cosines(Metric.Turned query) {
    float[] cosines = matrix.inner(query.vector());
    for (int row = 0; row < cosines.length; row++) {
      cosines[row] = (cosines[row] - query.offset()) / (query.length() * lengths[row]);
    }
    return cosines;
  }
}
