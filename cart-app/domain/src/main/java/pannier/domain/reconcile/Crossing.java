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

  /**
   * Of sightings whose likeliest product gets this share, half show something else than the item: a
   * hand, a neighbour, a sliver. Fitted on simulated trips, as is how fast that falls.
   */
  private static final double IDLE_SHARE = 0.08;

  private static final double IDLE_POWER = 1.5;

  /** How often all cameras err in the same way; fitted like them. */
  private static final double TOGETHER_WRONG = 0.35;

  private static final double UNNAMED = 0.04;

  private static final long ECHO_NANOS = 2_000_000_000L;

  static Crossing of(List<Sighting> sightings, Catalogue catalogue) {
    Optional<Product> coded =
        sightings.stream()
            .flatMap(s -> s.codes().stream())
            .flatMap(code -> Answers.find(catalogue, code).stream())
            .findFirst();
    return fused(sightings, coded, catalogue.products().size());
  }

  /**
   * Two cameras' words multiply, but with an exponent below one, for they see the same light, the
   * same hand and the same gallery; and one in three times they are taken to have erred together,
   * which bounds how sure two that half agree can make each other. Whether the shop knows the thing
   * at all is one matter, which of its products it is another: a camera that cannot tell a thousand
   * products apart does not say thereby that it is none of them.
   */
  private static Crossing fused(
      List<Sighting> sightings, Optional<Product> coded, int catalogueSize) {
    double trust = 0.5 + 0.5 / sightings.size();
    List<Word> words = sightings.stream().map(s -> Word.of(s, catalogueSize)).toList();
    Set<ProductId> named = new LinkedHashSet<>();
    words.forEach(word -> named.addAll(word.shares.keySet()));
    double known = 1;
    double unknown = 1;
    double sum = Math.max(0, catalogueSize - named.size());
    for (Word word : words) {
      known *= StrictMath.pow(Math.max(1 - word.unknown, FLOOR), trust);
      unknown *= StrictMath.pow(Math.max(word.unknown, FLOOR), trust);
      sum *= StrictMath.pow(word.other, trust);
    }
    Map<ProductId, Double> products = new LinkedHashMap<>();
    for (ProductId product : named) {
      double score = 1;
      for (Word word : words) {
        score *= StrictMath.pow(word.share(product), trust);
      }
      products.put(product, score);
      sum += score;
    }
    double whole = sum;
    double shop = known / (known + unknown);
    List<Candidate> candidates = new ArrayList<>();
    products.forEach(
        (product, score) -> {
          double apart = (1 - TOGETHER_WRONG) * score / whole;
          double together = TOGETHER_WRONG * mean(words, product);
          candidates.add(new Candidate(product, shop * (apart + together)));
        });
    candidates.sort(
        Comparator.comparingDouble(Candidate::probability)
            .reversed()
            .thenComparing(Candidate::product));
    return new Crossing(sightings, candidates, 1 - shop, coded, false);
  }

  private static double mean(List<Word> words, ProductId product) {
    return words.stream().mapToDouble(word -> word.share(product)).average().orElseThrow();
  }

  /**
   * What a camera says, if the shop knows the thing, allowing for a picture of something else.
   *
   * @param shares of the products that it names
   * @param other of each product that it does not name
   */
  private record Word(Map<ProductId, Double> shares, double other, double unknown) {
    static Word of(Sighting sighting, int catalogueSize) {
      int products = Math.max(catalogueSize, sighting.candidates().size());
      double known = Math.max(1 - sighting.unknown(), FLOOR);
      double rest = 1;
      double most = 0;
      for (Candidate candidate : sighting.candidates()) {
        rest -= candidate.probability() / known;
        most = Math.max(most, candidate.probability() / known);
      }
      double idle = 1 / (1 + StrictMath.pow(most / IDLE_SHARE, IDLE_POWER));
      double any = idle / Math.max(1, products);
      Map<ProductId, Double> shares = new LinkedHashMap<>();
      for (Candidate candidate : sighting.candidates()) {
        shares.put(candidate.product(), (1 - idle) * candidate.probability() / known + any);
      }
      double unnamed = Math.max(1, products - shares.size());
      return new Word(
          shares, (1 - idle) * Math.max(rest, FLOOR) / unnamed + any, sighting.unknown());
    }

    double share(ProductId product) {
      return shares.getOrDefault(product, other);
    }
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

  /**
   * The probability that is left for the products that the pictures do not name, all together: in
   * simulated trips it was one of those in four of a hundred sightings, whatever they said.
   */
  double rest() {
    double named = unknown;
    for (Candidate candidate : candidates) {
      named += candidate.probability();
    }
    return Math.max(1 - named, UNNAMED * (1 - unknown));
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
