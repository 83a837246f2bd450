package pannier.wire;

/**
 * A photo of the gallery, which travels as a part of its own.
 *
 * @param product whose looks it shows, as the catalogue calls it
 */
public record Photo(String product, Part part) {
  private static final int LONGEST_PRODUCT = 128;

  public Photo {
    // It becomes the name of a folder.
    if (product.isBlank()
        || product.length() > LONGEST_PRODUCT
        || !product.matches("[^/\\\\\\p{Cntrl}]+")
        || product.startsWith(".")) {
      throw new IllegalArgumentException(
          "product: expected 1 to %d characters without slashes".formatted(LONGEST_PRODUCT));
    }
  }
}
