package pannier.vision.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pannier.domain.catalogue.ProductId;

/**
 * Reference embeddings, all of one length, ordered by product. Immutable.
 *
 * <p>Stored so that one instruction works on several references at once: in groups of {@value
 * #LANES}, each group's first values together, then its second values, and so on. Sums run in the
 * same order whatever the machine, so results are the same to the bit.
 */
final class References {
  private static final int LANES = 64;

  private final List<ProductId> products;
  private final int[] firstRow;
  private final int dimensions;
  private final float[] groups;

  private References(List<ProductId> products, int[] firstRow, int dimensions) {
    this.products = List.copyOf(products);
    this.firstRow = firstRow;
    this.dimensions = dimensions;
    int rows = firstRow[products.size()];
    this.groups = new float[(rows + LANES - 1) / LANES * LANES * dimensions];
  }

  /**
   * Copies them.
   *
   * @param byProduct at least one product, each with at least one embedding of these dimensions
   */
  static References of(SortedMap<ProductId, List<float[]>> byProduct, int dimensions) {
    if (byProduct.isEmpty()) {
      throw new IllegalArgumentException("a gallery needs at least one product");
    }
    int[] firstRow = new int[byProduct.size() + 1];
    int product = 0;
    for (var entry : byProduct.entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw new IllegalArgumentException(entry.getKey() + " has no reference");
      }
      firstRow[product + 1] = firstRow[product] + entry.getValue().size();
      product++;
    }
    References references = new References(List.copyOf(byProduct.keySet()), firstRow, dimensions);
    int row = 0;
    for (List<float[]> embeddings : byProduct.values()) {
      for (float[] embedding : embeddings) {
        references.put(row++, embedding);
      }
    }
    return references;
  }

  private void put(int row, float[] embedding) {
    if (embedding.length != dimensions) {
      throw new IllegalArgumentException(
          "an embedding of %d values among those of %d".formatted(embedding.length, dimensions));
    }
    int start = start(row);
    for (int i = 0; i < dimensions; i++) {
      groups[start + i * LANES] = embedding[i];
    }
  }

  private int start(int row) {
    return row / LANES * LANES * dimensions + row % LANES;
  }

  List<ProductId> products() {
    return products;
  }

  int rows() {
    return firstRow[products.size()];
  }

  int dimensions() {
    return dimensions;
  }

  /** The first row of that product; the next product's first row ends it. */
  int firstRow(int product) {
    return firstRow[product];
  }

  int count(int product) {
    return firstRow[product + 1] - firstRow[product];
  }

  /** A copy of one reference. */
  float[] row(int row) {
    float[] embedding = new float[dimensions];
    int start = start(row);
    for (int i = 0; i < dimensions; i++) {
      embedding[i] = groups[start + i * LANES];
    }
    return embedding;
  }

  /** Copies of all, by product. */
  SortedMap<ProductId, List<float[]>> byProduct() {
    SortedMap<ProductId, List<float[]>> copies = new TreeMap<>();
    for (int product = 0; product < products.size(); product++) {
      List<float[]> own = new ArrayList<>();
      for (int row = firstRow(product); row < firstRow(product + 1); row++) {
        own.add(row(row));
      }
      copies.put(products.get(product), own);
    }
    return copies;
  }

  /**
   * The inner product of one embedding with every reference.
   *
   * @param cosines receives {@link #rows} values
   */
  void cosines(float[] query, float[] cosines) {
    float[] sums = new float[LANES];
    for (int row = 0; row < rows(); row += LANES) {
      sumGroup(query, row * dimensions, sums);
      System.arraycopy(sums, 0, cosines, row, Math.min(LANES, rows() - row));
    }
  }

  private void sumGroup(float[] query, int groupStart, float[] sums) {
    java.util.Arrays.fill(sums, 0);
    int at = groupStart;
    int i = 0;
    for (; i + 3 < dimensions; i += 4, at += 4 * LANES) {
      addFour(query, i, at, sums);
    }
    for (; i < dimensions; i++, at += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] += query[i] * groups[at + lane];
      }
    }
  }

  private void addFour(float[] query, int i, int at, float[] sums) {
    float q0 = query[i];
    float q1 = query[i + 1];
    float q2 = query[i + 2];
    float q3 = query[i + 3];
    for (int lane = 0; lane < LANES; lane++) {
      sums[lane] +=
          q0 * groups[at + lane]
              + q1 * groups[at + LANES + lane]
              + q2 * groups[at + 2 * LANES + lane]
              + q3 * groups[at + 3 * LANES + lane];
    }
  }
}
