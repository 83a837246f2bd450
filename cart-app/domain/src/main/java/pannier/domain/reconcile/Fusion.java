package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Sighting;
import pannier.domain.reconcile.ReconcileConfig.Pictures;

/**
 * What all cameras together say about one item.
 *
 * <p>Their words multiply, but with an exponent below one; and at times they are taken to have
 * erred together, which bounds how sure two that half agree can make each other. Whether the shop
 * knows the thing at all is one matter, which of its products it is another: a camera that cannot
 * tell a thousand products apart does not say thereby that it is none of them.
 */
record Fusion(Catalogue catalogue, Pictures pictures) {
  /** A camera is never taken at its word beyond this: its probabilities are estimates. */
  private static final double FLOOR = 1e-4;

  /** Sightings of one item by several cameras become one crossing; oldest first. */
  List<Crossing> merge(List<Sighting> sightings, long sameItemNanos) {
    List<List<Sighting>> groups = new ArrayList<>();
    for (Sighting sighting : sightings) {
      List<Sighting> nearest = null;
      for (List<Sighting> group : groups) {
        Sighting first = group.getFirst();
        boolean other = group.stream().noneMatch(s -> s.camera() == sighting.camera());
        if (other
            && Crossing.same(first, sighting, sameItemNanos)
            && (nearest == null
                || Crossing.distance(first, sighting)
                    < Crossing.distance(nearest.getFirst(), sighting))) {
          nearest = group;
        }
      }
      if (nearest == null) {
        groups.add(new ArrayList<>(List.of(sighting)));
      } else {
        nearest.add(sighting);
      }
    }
    return groups.stream().map(this::of).toList();
  }

  /** One item, seen by at least one camera, at most once by each. */
  Crossing of(List<Sighting> sightings) {
    List<Word> words = sightings.stream().map(this::word).toList();
    double trust = pictures.trust(words.size());
    Set<ProductId> named = new LinkedHashSet<>();
    words.forEach(word -> named.addAll(word.shares.keySet()));
    double known = 1;
    double unknown = 1;
    double sum = Math.max(0, catalogue.products().size() - named.size());
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
    Map<ProductId, Double> shares = new LinkedHashMap<>();
    double all = 0;
    for (Map.Entry<ProductId, Double> product : products.entrySet()) {
      double apart = (1 - pictures.together()) * product.getValue() / sum;
      double share = apart + pictures.together() * mean(words, product.getKey());
      shares.put(product.getKey(), share);
      all += share;
    }
    double shop = known / (known + unknown);
    double most = shop * Math.min(1, (1 - pictures.unnamed()) / Math.max(all, FLOOR));
    List<Candidate> candidates = new ArrayList<>();
    shares.forEach((product, share) -> candidates.add(new Candidate(product, most * share)));
    candidates.sort(
        Comparator.comparingDouble(Candidate::probability)
            .reversed()
            .thenComparing(Candidate::product));
    return new Crossing(sightings, candidates, 1 - shop, coded(sightings), false);
  }

  private Optional<Product> coded(List<Sighting> sightings) {
    return sightings.stream()
        .flatMap(s -> s.codes().stream())
        .flatMap(code -> Answers.find(catalogue, code).stream())
        .findFirst();
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
    double share(ProductId product) {
      return shares.getOrDefault(product, other);
    }
  }

  private Word word(Sighting sighting) {
    int products = Math.max(1, Math.max(catalogue.products().size(), sighting.candidates().size()));
    double known = Math.max(1 - sighting.unknown(), FLOOR);
    double rest = 1;
    double most = 0;
    Map<ProductId, Double> named = evened(sighting.candidates(), known);
    for (double probability : named.values()) {
      rest -= probability / known;
      most = Math.max(most, probability / known);
    }
    int unnamed = Math.max(1, products - sighting.candidates().size());
    double other = sharp(Math.max(rest, FLOOR) / unnamed);
    double sum = unnamed * other;
    Map<ProductId, Double> shares = new LinkedHashMap<>();
    for (Map.Entry<ProductId, Double> candidate : named.entrySet()) {
      double share = sharp(candidate.getValue() / known);
      shares.put(candidate.getKey(), share);
      sum += share;
    }
    double idle = pictures.idle().probability(most);
    double seen = (1 - idle) / sum;
    double any = idle / products;
    shares.replaceAll((product, share) -> seen * share + any);
    return new Word(shares, seen * other + any, sighting.unknown());
  }

  /** The named products' probabilities, nearer to each other the likelier it is none of them. */
  private Map<ProductId, Double> evened(List<Candidate> candidates, double known) {
    double power = StrictMath.pow(known, pictures.doubt());
    double before = 0;
    double after = 0;
    Map<ProductId, Double> evened = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      double value = StrictMath.pow(candidate.probability(), power);
      before += candidate.probability();
      after += value;
      evened.put(candidate.product(), value);
    }
    double scale = after > 0 ? before / after : 0;
    evened.replaceAll((product, value) -> scale * value);
    return evened;
  }

  private double sharp(double probability) {
    return StrictMath.pow(probability, pictures.sharpness());
  }
}
