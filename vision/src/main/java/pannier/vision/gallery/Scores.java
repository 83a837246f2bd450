package pannier.vision.gallery;

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
}
