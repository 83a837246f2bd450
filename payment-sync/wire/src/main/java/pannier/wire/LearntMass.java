package pannier.wire;

/**
 * What weighings taught of one piece of a product.
 *
 * @param milligrams its mean, above zero
 * @param spreadMilligrams one standard deviation between pieces
 */
public record LearntMass(String product, long milligrams, long spreadMilligrams) {
  public LearntMass {
    Limits.text("product", product, Limits.LONGEST_PRODUCT);
    Limits.range("mass", milligrams, 1, 1000 * Limits.MOST_GRAMS);
    Limits.range("spread", spreadMilligrams, 0, 1000 * Limits.MOST_GRAMS);
  }
}
