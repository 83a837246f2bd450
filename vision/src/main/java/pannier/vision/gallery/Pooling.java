package pannier.vision.gallery;

/**
 * How alike a picture and a product are, from the picture's cosines to the product's references:
 * {@code 1 + ln(mean(exp(beta (cosine − 1)))) / beta}, between their mean and their maximum.
 */
record Pooling(double beta) {
  /** Stands for a mean of zero, whose logarithm would be infinite. */
  private static final double TINY = 1e-12;

  double near(double cosine) {
    return Exponential.of(beta * (cosine - 1));
  }

  /** The score of a mean of {@link #near}. */
  double score(double meanNear) {
    return 1 + StrictMath.log(Math.max(meanNear, TINY)) / beta;
  }
}
