package pannier.vision.rim;

/**
 * The line of the basket's rim in a camera's picture, as fractions of its width (x, from the left)
 * and height (y, from the top), each 0 to 1. It goes on straight beyond its two points.
 *
 * @param basket on which side of the line the basket lies
 */
public record Rim(double x0, double y0, double x1, double y1, BasketSide basket) {
  private static final double SHORTEST = 0.02;

  /**
   * @throws IllegalArgumentException when a coordinate lies outside the picture, the two points are
   *     (nearly) the same, or the line runs along the direction in which the basket should lie
   */
  public Rim {
    inPicture("x0", x0);
    inPicture("y0", y0);
    inPicture("x1", x1);
    inPicture("y1", y1);
    double length = Math.hypot(x1 - x0, y1 - y0);
    if (length < SHORTEST) {
      throw new IllegalArgumentException(
          "rim from (%s, %s) to (%s, %s) is %.3f long, must be %s or more"
              .formatted(x0, y0, x1, y1, length, SHORTEST));
    }
    if (Math.abs(basket.along(y1 - y0, x0 - x1)) < 0.05 * length) {
      throw new IllegalArgumentException(
          "rim from (%s, %s) to (%s, %s) has no side \"%s\""
              .formatted(x0, y0, x1, y1, basket.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private static void inPicture(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "rim %s is %s, must be 0 to 1 (a fraction of the picture)".formatted(name, value));
    }
  }

  /** This line over a grid of cells, each centred half a cell from its edges. */
  public RimMap over(int widthCells, int heightCells) {
    double lineX = (x1 - x0) * widthCells;
    double lineY = (y1 - y0) * heightCells;
    double length = Math.hypot(lineX, lineY);
    double sign = basket.along(-lineY, lineX) >= 0 ? 1 : -1;
    return new RimMap(
        widthCells,
        heightCells,
        new double[] {x0 * widthCells, y0 * heightCells},
        new double[] {-lineY / length * sign, lineX / length * sign});
  }
}
