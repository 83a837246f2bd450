package pannier.simulator.assortment;

import java.util.List;
import pannier.simulator.art.Livery.Picture;

/**
 * A kind of goods that several brands make.
 *
 * @param name as printed: "Oat drink"
 * @param pack the shape that it comes in
 * @param sizes smallest first
 * @param flavours words with the colour of their mark
 */
record Kind(String name, Pack pack, List<Size> sizes, List<Flavour> flavours) {

  /**
   * How it is packed.
   *
   * @param shape of the pack
   * @param picture on its front
   * @param materialRgb of what the label does not cover, 0xRRGGBB
   */
  record Pack(Shape shape, Picture picture, int materialRgb) {}

  /** The shapes that the bodies can draw. */
  enum Shape {
    CARTON,
    GABLED,
    CAN,
    JAR,
    BOTTLE,
    BAG,
    FRUIT
  }

  /**
   * One size of it.
   *
   * @param label as printed
   * @param dimensions of the pack
   * @param massGrams gross, mean
   * @param priceMinor of the plainest brand
   */
  record Size(String label, Dimensions dimensions, double massGrams, long priceMinor) {}

  /** Width, depth and height in metres; of what is turned, width is twice the radius. */
  record Dimensions(double widthMetres, double depthMetres, double heightMetres) {}

  /**
   * A sort of it.
   *
   * @param markRgb of the small mark on the front, 0xRRGGBB
   */
  record Flavour(String word, int markRgb) {}
}
