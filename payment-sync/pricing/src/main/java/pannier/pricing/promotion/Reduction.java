package pannier.pricing.promotion;

/**
 * What one promotion took off one line, and why.
 *
 * @param name the promotion's
 * @param minor 1 or more
 */
public record Reduction(String name, long minor) {
  /** The name of what is taken off because the cart had shown less. */
  public static final String AS_SHOWN = "as shown";

  public Reduction {
    if (minor < 1) {
      throw new IllegalArgumentException("%s takes %d off".formatted(name, minor));
    }
  }
}
