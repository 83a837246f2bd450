package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;

/**
 * The products that are sold by the piece, by mass: the few that fit a mass best, and how many
 * there are of the rest. Built once; a look-up costs the same in every catalogue.
 */
final class MassIndex {
  private static final double BIN_GRAMS = 2;
  private static final int BINS = 5000;
  private static final int NEAR = 8;

  /** Of the scale and the bins, beside the products' own variance. */
  private static final double BLUR_GRAMS2 = 1.5;

  private final List<Product> products;
  private final double[] meanGrams;
  private final double[] density;
  private final double share;

  MassIndex(Catalogue catalogue) {
    this.products =
        catalogue.products().stream()
            .filter(p -> p.unit() == SaleUnit.PIECE)
            .sorted(Comparator.comparingDouble(MassIndex::mean).thenComparing(Product::id))
            .toList();
    this.meanGrams = products.stream().mapToDouble(MassIndex::mean).toArray();
    this.density = new double[BINS];
    this.share = 1.0 / Math.max(1, catalogue.products().size());
    products.forEach(this::spread);
  }

  private void spread(Product product) {
    double variance = product.pieceMass().varianceGrams2() + BLUR_GRAMS2;
    double reach = 4 * Math.sqrt(variance);
    int from = (int) Math.max(0, (mean(product) - reach) / BIN_GRAMS);
    int to = (int) Math.min(BINS - 1, (mean(product) + reach) / BIN_GRAMS);
    for (int bin = from; bin <= to; bin++) {
      density[bin] += share * MassFit.normal(bin * BIN_GRAMS - mean(product), variance);
    }
  }

  /** The density per gram of the mass of {@code pieces} of a product picked at random. */
  double density(double grams, int pieces) {
    int bin = (int) Math.round(grams / pieces / BIN_GRAMS);
    return bin < 0 || bin >= BINS ? 0 : density[bin] / pieces;
  }

  /** The density of one piece of a product picked at random, were it none of these. */
  double densityBesides(Set<Product> named, double grams) {
    if (grams <= 0) {
      return 0;
    }
    double all = density(grams, 1);
    for (Product product : named) {
      if (product.unit() == SaleUnit.PIECE) {
        double variance = product.pieceMass().varianceGrams2() + BLUR_GRAMS2;
        all -= share * MassFit.normal(grams - mean(product), variance);
      }
    }
    return Math.max(0, all);
  }

  /** Up to eight products whose mass is nearest, in order of mass, if they fit at all. */
  List<Product> nearest(double grams, double varianceGrams2, int pieces) {
    double one = grams / pieces;
    int at = Arrays.binarySearch(meanGrams, one);
    int low = (at < 0 ? -at - 1 : at) - 1;
    int high = low + 1;
    while (high - low - 1 < NEAR && (low >= 0 || high < meanGrams.length)) {
      boolean down =
          high >= meanGrams.length || (low >= 0 && one - meanGrams[low] <= meanGrams[high] - one);
      if (down) {
        low--;
      } else {
        high++;
      }
    }
    List<Product> near = new ArrayList<>();
    for (Product product : products.subList(low + 1, high)) {
      if (fits(product, grams, varianceGrams2, pieces)) {
        near.add(product);
      }
    }
    return near;
  }

  /** Within four standard deviations. */
  static boolean fits(Product product, double grams, double varianceGrams2, int pieces) {
    double variance = varianceGrams2 + pieces * product.pieceMass().varianceGrams2() + 1;
    return Math.abs(grams - pieces * mean(product)) <= 4 * Math.sqrt(variance);
  }

  private static double mean(Product product) {
    return product.pieceMass().mean().grams();
  }
}
