package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pannier.domain.catalogue.Catalogue;
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

  /** A camera is never taken at its word beyond this: its probabilities are estimates. */
  private static final double FLOOR = 1e-4;

  private static final long ECHO_NANOS = 2_000_000_000L;

  static Crossing of(List<Sighting> sightings, Catalogue catalogue) {
    Optional<Product> coded =
        sightings.stream()
            .flatMap(s -> s.codes().stream())
            .flatMap(code -> Answers.find(catalogue, code).stream())
            .findFirst();
    Sighting first = sightings.getFirst();
    if (sightings.size() == 1) {
      return new Crossing(sightings, first.candidates(), first.unknown(), coded, false);
    }
    return fused(sightings, coded, catalogue.products().size());
  }

  /**
   * Two cameras' words multiply, but with an exponent below one, for they see the same light, the
   * same hand and the same gallery. Whether the shop knows the thing at all is one matter, which of
   * its products it is another: a camera that cannot tell a thousand products apart does not say
   * thereby that it is none of them.
   */
  private static Crossing fused(
      List<Sighting> sightings, Optional<Product> coded, int catalogueSize) {
    double trust = 0.5 + 0.5 / sightings.size();
    Set<ProductId> named = new LinkedHashSet<>();
    sightings.forEach(sighting -> sighting.candidates().forEach(c -> named.add(c.product())));
    double known = 1;
    double unknown = 1;
    double unnamed = Math.max(1, catalogueSize - named.size());
    for (Sighting sighting : sightings) {
      known *= StrictMath.pow(Math.max(1 - sighting.unknown(), FLOOR), trust);
      unknown *= StrictMath.pow(Math.max(sighting.unknown(), FLOOR), trust);
      unnamed *= StrictMath.pow(unnamed(sighting, catalogueSize), trust);
    }
    double sum = unnamed;
    Map<ProductId, Double> scores = new LinkedHashMap<>();
    for (ProductId product : named) {
      double score = 1;
      for (Sighting sighting : sightings) {
        double own = of(sighting, product);
        score *= StrictMath.pow(own > 0 ? own : unnamed(sighting, catalogueSize), trust);
      }
      scores.put(product, score);
      sum += score;
    }
    double scale = known / (known + unknown) / sum;
    List<Candidate> candidates = new ArrayList<>();
    scores.forEach((product, score) -> candidates.add(new Candidate(product, score * scale)));
    candidates.sort(
        Comparator.comparingDouble(Candidate::probability)
            .reversed()
            .thenComparing(Candidate::product));
    return new Crossing(sightings, candidates, unknown / (known + unknown), coded, false);
  }

  /** What a sighting leaves for each product that it does not name. */
  private static double unnamed(Sighting sighting, int catalogueSize) {
    double rest = 1 - sighting.unknown();
    for (Candidate candidate : sighting.candidates()) {
      rest -= candidate.probability();
    }
    double products = Math.max(1, catalogueSize - sighting.candidates().size());
    return Math.max(rest / products, FLOOR / products);
  }

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
    return List.copyOf(new TreeSet<>(sightings.stream().map(Sighting::pieces).toList()));
  }

  /** What the pictures say about a product; 0 if they do not name it. */
  double probability(ProductId product) {
    for (Candidate candidate : candidates) {
      if (candidate.product().equals(product)) {
        return candidate.probability();
      }
    }
    return 0;
  }

  /** The probability that is left for the products that the pictures do not name, all together. */
  double rest() {
    double named = unknown;
    for (Candidate candidate : candidates) {
      named += candidate.probability();
    }
    return Math.max(1 - named, 0.01);
  }

  /** Sightings of one item by several cameras become one crossing; oldest first. */
  static List<Crossing> merge(List<Sighting> sightings, long sameItemNanos, Catalogue catalogue) {
    List<List<Sighting>> groups = new ArrayList<>();
    for (Sighting sighting : sightings) {
      List<Sighting> nearest = null;
      for (List<Sighting> group : groups) {
        Sighting first = group.getFirst();
        boolean other = group.stream().noneMatch(s -> s.camera() == sighting.camera());
        if (other
            && same(first, sighting, sameItemNanos)
            && (nearest == null
                || distance(first, sighting) < distance(nearest.getFirst(), sighting))) {
          nearest = group;
        }
      }
      if (nearest == null) {
        groups.add(new ArrayList<>(List.of(sighting)));
      } else {
        nearest.add(sighting);
      }
    }
    return groups.stream().map(group -> of(group, catalogue)).toList();
  }

  /** Two cameras may have seen the same item. */
  static boolean same(Sighting a, Sighting b, long sameItemNanos) {
    return a.camera() != b.camera()
        && a.direction() == b.direction()
        && distance(a, b) <= sameItemNanos
        && overlap(a, b) > 0.15;
  }

  private static long distance(Sighting a, Sighting b) {
    return Math.abs(a.timestampNanos() - b.timestampNanos());
  }

  /** Bhattacharyya's coefficient of the two rankings: 1 for equal ones, 0 for disjoint ones. */
  private static double overlap(Sighting a, Sighting b) {
    double sum = Math.sqrt(a.unknown() * b.unknown());
    double left = 1 - a.unknown();
    for (Candidate candidate : a.candidates()) {
      sum += Math.sqrt(candidate.probability() * of(b, candidate.product()));
      left -= candidate.probability();
    }
    return sum + Math.max(left, 0);
  }

  private static double of(Sighting sighting, ProductId product) {
    for (Candidate candidate : sighting.candidates()) {
      if (candidate.product().equals(product)) {
        return candidate.probability();
      }
    }
    return 0;
  }
}
