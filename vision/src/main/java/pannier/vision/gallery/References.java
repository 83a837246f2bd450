package pannier.vision.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pannier.domain.catalogue.ProductId;

/** Reference embeddings, ordered by product. Immutable. */
final class References {
  private final List<ProductId> products;
  private final int[] firstRow;
  private final EmbeddingMatrix matrix;

  /**
   * Copies them.
   *
   * @param byProduct at least one product, each with at least one embedding, all of one length
   */
  References(SortedMap<ProductId, List<float[]>> byProduct) {
    if (byProduct.isEmpty()) {
      throw new IllegalArgumentException("a gallery needs at least one product");
    }
    this.products = List.copyOf(byProduct.keySet());
    this.firstRow = new int[products.size() + 1];
    List<float[]> all = new ArrayList<>();
    byProduct.forEach(
        (product, own) -> {
          if (own.isEmpty()) {
            throw new IllegalArgumentException(product + " has no reference");
          }
          all.addAll(own);
        });
    for (int product = 0; product < products.size(); product++) {
      int count = byProduct.getOrDefault(products.get(product), List.of()).size();
      firstRow[product + 1] = firstRow[product] + count;
    }
    this.matrix = new EmbeddingMatrix(all, all.getFirst().length);
  }

  List<ProductId> products() {
    return products;
  }

  EmbeddingMatrix matrix() {
    return matrix;
  }

  /** The first row of that product; the next product's first row ends it. */
  int firstRow(int product) {
    return firstRow[product];
  }

  int count(int product) {
    return firstRow[product + 1] - firstRow[product];
  }

  /** Copies of one product's references. */
  List<float[]> rows(int product) {
    List<float[]> own = new ArrayList<>();
    for (int row = firstRow(product); row < firstRow(product + 1); row++) {
      own.add(matrix.row(row));
    }
    return own;
  }

  /** Copies of all, by product. */
  SortedMap<ProductId, List<float[]>> byProduct() {
    SortedMap<ProductId, List<float[]>> copies = new TreeMap<>();
    for (int product = 0; product < products.size(); product++) {
      copies.put(products.get(product), rows(product));
    }
    return copies;
  }
}
