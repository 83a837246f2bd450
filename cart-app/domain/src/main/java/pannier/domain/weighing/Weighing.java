package pannier.domain.weighing;

import pannier.domain.catalogue.ProductId;

/**
 * The record of one weighing that something is sold by.
 *
 * @param number counts those of a trip from 1
 * @param result what the scale indicated
 * @param timestampNanos when it was known, on the cart's clock
 * @param stability how the cart stood
 * @param seal by which calibration it weighed; empty where nothing is sealed
 */
public record Weighing(
    int number,
    ProductId product,
    Result result,
    long timestampNanos,
    Stability stability,
    String seal) {

  /**
   * What the scale indicated.
   *
   * @param grossGrams the difference of two still levels, as it came
   * @param tareGrams of the packaging, from the catalogue
   * @param netGrams to the nearest step; what is sold
   */
  public record Result(double grossGrams, double tareGrams, double netGrams) {}

  /**
   * How the cart stood, before and after.
   *
   * @param stillMillis for at least so long
   * @param bySensor the motion sensor said so; false: only the cells did, as none is fitted
   * @param tiltDegrees by the motion sensor; 0 without
   */
  public record Stability(long stillMillis, boolean bySensor, double tiltDegrees) {}
}
