package pannier.domain.reconcile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;

/**
 * The products that are sold by the piece, by mass. Those whose mass varies much are kept apart, so
 * that the search for the others stays narrow however large the catalogue is.
 */
final class MassIndex {
  private static final double NARROW_GRAMS = 12;
  private static final double DEVIATIONS = 4;

  private final Sorted narrow;
  private final Sorted wide;

  MassIndex(Catalogue catalogue) {
    List<Product> pieces =
        catalogue.products().stream()
            .filter(p -> p.unit() == SaleUnit.PIECE)
            .sorted(Comparator.comparingDouble(MassIndex::mean).thenComparing(Product::id))
            .toList();
    this.narrow = new Sorted(pieces.stream().filter(p -> deviation(p) <= NARROW_GRAMS).toList());
    this.wide = new Sorted(pieces.stream().filter(p -> deviation(p) > NARROW_GRAMS).toList());
  }

  /** Gives each product of which {@code pieces} may weigh {@code grams}. */
  void fitting(double grams, double varianceGrams2, int pieces, Consumer<Product> to) {
    narrow.fitting(grams, varianceGrams2, pieces, to);
    wide.fitting(grams, varianceGrams2, pieces, to);
  }

  private static double mean(Product product) {
    return product.pieceMass().mean().grams();
  }

  private static double deviation(Product product) {
    return product.pieceMass().standardDeviationGrams();
  }

  /** By mass, with the largest deviation of all as the search's margin. */
  private static final class Sorted {
    private final List<Product> products;
    private final double[] meanGrams;
    private final double largestDeviationGrams;

    Sorted(List<Product> products) {
      this.products = products;
      this.meanGrams = products.stream().mapToDouble(MassIndex::mean).toArray();
      this.largestDeviationGrams =
          products.stream().mapToDouble(MassIndex::deviation).max().orElse(0);
    }

    void fitting(double grams, double varianceGrams2, int pieces, Consumer<Product> to) {
      double margin = margin(largestDeviationGrams, varianceGrams2, pieces);
      int at = Arrays.binarySearch(meanGrams, (grams - margin) / pieces);
      for (int i = at < 0 ? -at - 1 : at;
          i < meanGrams.length && meanGrams[i] * pieces <= grams + margin;
          i++) {
        Product product = products.get(i);
        double off = Math.abs(grams - pieces * meanGrams[i]);
        if (off <= margin(deviation(product), varianceGrams2, pieces)) {
          to.accept(product);
        }
      }
    }

    private static double margin(double deviation, double varianceGrams2, int pieces) {
      return DEVIATIONS * Math.sqrt(varianceGrams2 + pieces * deviation * deviation + 1);
    }
  }
}
