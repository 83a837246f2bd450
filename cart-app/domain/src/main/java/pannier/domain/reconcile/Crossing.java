package pannier.domain.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;

/**
 * One item, or several alike, crossing the rim, as all cameras together saw it.
 *
 * @param sightings at most one a camera, oldest first
 * @param candidates fused, likeliest first
 * @param unknown probability that the shop does not know it
 * @param coded what a code read on the way names
 * @param echo the same camera saw something alike going the same way just before
 */
record Crossing(
    List<Sighting> sightings,
    List<Candidate> candidates,
    double unknown,
    Optional<Product> coded,
    boolean echo) {

  private static final long ECHO_NANOS = 2_000_000_000L;

  Crossing {
    sightings = List.copyOf(sightings);
    candidates = List.copyOf(candidates);
  }

  Crossing asEcho() {
    return new Crossing(sightings, candidates, unknown, coded, true);
  }

  /** One of the cameras saw something alike going the same way just before. */
  boolean echoes(List<Sighting> others) {
    for (Sighting own : sightings) {
      for (Sighting other : others) {
        long before = own.timestampNanos() - other.timestampNanos();
        if (other.camera() == own.camera()
            && other.number() != own.number()
            && other.direction() == own.direction()
            && before >= 0
            && before < ECHO_NANOS
            && overlap(own, other) > 0.15) {
          return true;
        }
      }
    }
    return false;
  }

  Direction direction() {
    return sightings.getFirst().direction();
  }

  long timestampNanos() {
    return sightings.getFirst().timestampNanos();
  }

  /** The piece counts that the cameras reported, smallest first. */
  List<Integer> pieces() {
    int first = sightings.getFirst().pieces();
    for (Sighting sighting : sightings) {
      if (sighting.pieces() != first) {
        return List.copyOf(new TreeSet<>(sightings.stream().map(Sighting::pieces).toList()));
      }
    }
    return List.of(first);
  }

  /** What the pictures say about a product; 0 if they do not name it. */
  double probability(ProductId product) {
    return Candidate.probabilityOf(candidates, product);
  }

  /** The probability that is left for the products that the pictures do not name, together. */
  double rest() {
    double named = unknown;
    for (Candidate candidate : candidates) {
      named += candidate.probability();
    }
    return Math.max(1 - named, 0);
  }

  /** Two cameras may have seen the same item. */
  static boolean same(Sighting a, Sighting b, long sameItemNanos) {
    return a.camera() != b.camera()
        && a.direction() == b.direction()
        && distance(a, b) <= sameItemNanos
        && overlap(a, b) > 0.15;
  }

  static long distance(Sighting a, Sighting b) {
    return Math.abs(a.timestampNanos() - b.timestampNanos());
  }

  /** Bhattacharyya's coefficient of the two rankings: 1 for equal ones, 0 for disjoint ones. */
  private static double overlap(Sighting a, Sighting b) {
    double sum = Math.sqrt(a.unknown() * b.unknown());
    double left = 1 - a.unknown();
    for (Candidate candidate : a.candidates()) {
      sum +=
          Math.sqrt(
              candidate.probability()
                  * Candidate.probabilityOf(b.candidates(), candidate.product()));
      left -= candidate.probability();
    }
    return sum + Math.max(left, 0);
  }
}
