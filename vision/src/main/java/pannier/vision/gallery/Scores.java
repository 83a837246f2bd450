package pannier.vision.gallery;

import java.util.List;

/** How alike one item is to each product and each background, at most about 1. */
final class Scores {
  private final double[] products;
  private final double[] backgrounds;

  Scores(double[] products, double[] backgrounds) {
    this.products = products;
    this.backgrounds = backgrounds;
  }

  /** In the gallery's order, their handicaps taken off. */
  double[] products() {
    return products;
  }

  /** Cosines to pictures of no product. */
  double[] backgrounds() {
    return backgrounds;
  }

  /** The mean of several views' scores, each with its weight; the weights' sum is above 0. */
  static Scores mean(List<Scores> views, double[] weights) {
    Scores first = views.getFirst();
    double[] products = new double[first.products.length];
    double[] backgrounds = new double[first.backgrounds.length];
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    for (int view = 0; view < weights.length; view++) {
      add(products, views.get(view).products, weights[view] / total);
      add(backgrounds, views.get(view).backgrounds, weights[view] / total);
    }
    return new Scores(products, backgrounds);
  }

  private static void add(double[] sums, double[] values, double weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }
}
