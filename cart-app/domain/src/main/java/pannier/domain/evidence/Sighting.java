package pannier.domain.evidence;

import java.util.List;

/**
 * One tracked item (or several alike that moved together) seen crossing the rim.
 *
 * @param number counts a camera's sightings from 1
 * @param camera the camera's index
 * @param timestampNanos when it crossed the rim, on the scale's clock
 * @param pieces how many alike crossed together, 1 or more
 * @param candidates likeliest first
 * @param unknown probability that it is no enrolled product, 0 to 1
 * @param codes read on the way
 * @param clarity how good its pictures were, 0 (useless) to 1 (sharp, large, unhidden)
 */
public record Sighting(
    int number,
    int camera,
    long timestampNanos,
    Direction direction,
    int pieces,
    List<Candidate> candidates,
    double unknown,
    List<Code> codes,
    double clarity) {
  public Sighting {
    candidates = List.copyOf(candidates);
    codes = List.copyOf(codes);
    if (pieces < 1) {
      throw new IllegalArgumentException("a sighting of %d pieces".formatted(pieces));
    }
    if (!(unknown >= 0 && unknown <= 1) || !(clarity >= 0 && clarity <= 1)) {
      throw new IllegalArgumentException("unknown %s, clarity %s".formatted(unknown, clarity));
    }
  }
}
