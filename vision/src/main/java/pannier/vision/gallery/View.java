package pannier.vision.gallery;

/** One picture of an item, as its embedding and how much that is worth. */
public final class View {
  /** A view without any quality still counts a little, so that weights never sum to nothing. */
  private static final double LEAST_WEIGHT = 0.01;

  private final float[] embedding;
  private final double weight;

  /**
   * A view of that quality.
   *
   * @param embedding of length 1; not to be changed afterwards
   * @param quality 0 (useless) to 1
   */
  public View(float[] embedding, double quality) {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality %s, must be 0 to 1".formatted(quality));
    }
    this.embedding = embedding;
    this.weight = Math.max(quality, LEAST_WEIGHT);
  }

  float[] embedding() {
    return embedding;
  }

  double weight() {
    return weight;
  }
}
