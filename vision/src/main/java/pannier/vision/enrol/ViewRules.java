package pannier.vision.enrol;

/**
 * How many views to keep, and how different they must be.
 *
 * @param least views before it may be enough, 1 or more
 * @param most views that are kept; a further one takes the place of the one that adds least
 * @param alike cosine from which two embeddings count as one view, 0 to 1
 * @param stale so many views in a row without anything new are a product seen from all sides
 */
public record ViewRules(int least, int most, double alike, int stale) {
  public ViewRules {
    if (least < 1 || most < least || !(alike > 0 && alike <= 1) || stale < 1) {
      throw new IllegalArgumentException(
          "views: least %d, most %d, alike %s, stale %d".formatted(least, most, alike, stale));
    }
  }

  /**
   * For a product turned before a camera. Photos of a product from different days have a nearest
   * neighbour at 0.82 (the median of 239), neighbouring frames above 0.95.
   */
  public static ViewRules turned() {
    return new ViewRules(5, 16, 0.92, 25);
  }

  /** For photos that somebody took on purpose: all that are not nearly the same. */
  public static ViewRules photos() {
    return new ViewRules(1, 200, 0.985, Integer.MAX_VALUE);
  }
}
