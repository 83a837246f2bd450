package pannier.app.proof;

import java.util.List;

/**
 * One thing that went in or out.
 *
 * @param number of the decision
 * @param product its id
 * @param atMillis since 1970
 * @param massGrams that the scale found; negative where it came out
 * @param pictures how many there are
 */
public record Proof(
    int number,
    String product,
    boolean in,
    long atMillis,
    long massGrams,
    List<Point> curve,
    int pictures) {
  public Proof {
    curve = List.copyOf(curve);
  }

  /**
   * @param millis from the moment of the crossing; negative: before it
   * @param grams that lay in the basket in all
   */
  public record Point(int millis, int grams) {}
}
