package pannier.vision.gallery;

import java.util.Arrays;
import java.util.List;

/**
 * Embeddings of one length to be compared with one at once. Immutable.
 *
 * <p>Stored so that one instruction works on several of them: in groups of {@value #LANES}, of
 * which each dimension's values lie together in an array of their own (the compiler does not
 * vectorise sums over one large array at changing offsets). Sums run in the same order whatever the
 * machine, so results are the same to the bit.
 */
final class EmbeddingMatrix {
  private static final int LANES = 256;

  private final int rows;
  private final int dimensions;

  /** By group, then by dimension; {@value #LANES} embeddings each. */
  private final float[][] columns;

  /**
   * Copies them.
   *
   * @throws IllegalArgumentException when one is not of these dimensions
   */
  EmbeddingMatrix(List<float[]> embeddings, int dimensions) {
    this.rows = embeddings.size();
    this.dimensions = dimensions;
    this.columns = new float[(rows + LANES - 1) / LANES * dimensions][LANES];
    for (int row = 0; row < rows; row++) {
      put(row, embeddings.get(row));
    }
  }

  private void put(int row, float[] embedding) {
    if (embedding.length != dimensions) {
      throw new IllegalArgumentException(
          "an embedding of %d values among those of %d".formatted(embedding.length, dimensions));
    }
    for (int i = 0; i < dimensions; i++) {
      columns[row / LANES * dimensions + i][row % LANES] = embedding[i];
    }
  }

  int rows() {
    return rows;
  }

  int dimensions() {
    return dimensions;
  }

  /** A copy of one embedding. */
  float[] row(int row) {
    float[] embedding = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      embedding[i] = columns[row / LANES * dimensions + i][row % LANES];
    }
    return embedding;
  }

  /** The inner product of one embedding with every row. */
  float[] inner(float[] query) {
    float[] products = new float[rows];
    float[] sums = new float[LANES];
    for (int row = 0; row < rows; row += LANES) {
      sumGroup(query, row / LANES * dimensions, sums);
      System.arraycopy(sums, 0, products, row, Math.min(LANES, rows - row));
    }
    return products;
  }

  private void sumGroup(float[] query, int firstColumn, float[] sums) {
    Arrays.fill(sums, 0);
    int i = 0;
    for (; i + 3 < dimensions; i += 4) {
      addFour(query, i, firstColumn + i, sums);
    }
    for (; i < dimensions; i++) {
      float[] column = columns[firstColumn + i];
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] += query[i] * column[lane];
      }
    }
  }

  private void addFour(float[] query, int i, int at, float[] sums) {
    float q0 = query[i];
    float q1 = query[i + 1];
    float q2 = query[i + 2];
    float q3 = query[i + 3];
    float[] c0 = columns[at];
    float[] c1 = columns[at + 1];
    float[] c2 = columns[at + 2];
    float[] c3 = columns[at + 3];
    for (int lane = 0; lane < LANES; lane++) {
      sums[lane] += q0 * c0[lane] + q1 * c1[lane] + q2 * c2[lane] + q3 * c3[lane];
    }
  }
}
