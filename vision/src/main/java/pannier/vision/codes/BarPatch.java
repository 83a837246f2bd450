package pannier.vision.codes;

/**
 * Where bars may be in a picture, in its pixels.
 *
 * @param x of its middle
 * @param y of its middle
 * @param angle in radians, clockwise as pictures have y downwards, of the direction across the bars
 * @param across its length in that direction
 * @param along its length in the direction of the bars
 * @param shear pixels in the direction of the bars by which its ends lie further along for each
 *     pixel across: a symbol that is seen from aside is no rectangle
 */
record BarPatch(double x, double y, double angle, double across, double along, double shear) {
  /** The same place with bars in another direction. */
  BarPatch turned(double radians) {
    return new BarPatch(x, y, angle + radians, across, along, shear);
  }

  /** The same place in a picture half as large, of whose pixels each was four. */
  BarPatch halved() {
    return new BarPatch((x - 0.5) / 2, (y - 0.5) / 2, angle, across / 2, along / 2, shear);
  }

  /** The same place, so many times as long across the bars. */
  BarPatch widened(double times) {
    return new BarPatch(x, y, angle, times * across, along, shear);
  }

  /** Its middle part, at most so long in the direction of the bars. */
  BarPatch middle(double most) {
    return new BarPatch(x, y, angle, across, Math.min(along, most), shear);
  }
}
