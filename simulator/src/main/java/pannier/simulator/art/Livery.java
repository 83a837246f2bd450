package pannier.simulator.art;

/**
 * What a product's pack looks like, without its shape.
 *
 * @param words what is printed in large type
 */
public record Livery(Brand brand, Words words, Palette palette, Pattern pattern, Picture picture) {

  /**
   * A family of products.
   *
   * @param ink of the brand's name
   * @param plate behind it
   */
  public record Brand(String name, Colour ink, Colour plate, Face face) {}

  /** A family's lettering. */
  public enum Face {
    PLAIN,
    BOLD,
    SERIF,
    SCRIPT
  }

  /**
   * The words of a pack.
   *
   * @param kind what it is: "Oat drink"
   * @param variant flavour or sort: "Barista"; may be empty
   * @param size "1 l"
   */
  public record Words(String kind, String variant, String size) {}

  /**
   * The colours of a pack.
   *
   * @param ground under everything
   * @param accent of the pattern and the bands
   * @param mark of the variant's small mark, by which look-alikes differ
   * @param lid of a lid, cap or roof
   * @param material of what the label does not cover: glass with its content, plastic, metal
   */
  public record Palette(Colour ground, Colour accent, Colour mark, Colour lid, Colour material) {}

  /** What covers the ground. */
  public enum Pattern {
    PLAIN,
    STRIPES,
    DIAGONALS,
    DOTS,
    WAVES,
    CHECKS,
    RAYS,
    PATCHES,
    BANDS
  }

  /** What is pictured. */
  public enum Picture {
    NONE,
    GRAIN,
    DROPS,
    TOMATO,
    CHICKPEAS,
    STAR,
    STRAWBERRY,
    HONEYCOMB,
    CHILLI,
    BEANS,
    LEAF,
    BUBBLES,
    PEEL
  }
}
