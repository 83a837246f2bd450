package pannier.vision.gallery;

/** How alike one item is to each product and each background, at most about 1. */
final class Scores {
  private final double[] products;
  private final float[] backgrounds;

  Scores(double[] products, float[] backgrounds) {
    this.products = products;
    this.backgrounds = backgrounds;
  }

  /** In the gallery's order, their handicaps taken off. */
  double[] products() {
    return products;
  }

  /** Cosines to pictures of no product. */
  float[] backgrounds() {
    return backgrounds;
  }
}
