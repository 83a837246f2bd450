package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Part;
import pannier.domain.reconcile.ReconcileConfig.Priors;

/**
 * What each crossing may have been, before the scale is asked, while the basket's content is such.
 * Used by one thread.
 */
final class Readings {
  private static final Comparator<Reading> LIKELIEST =
      (one, other) -> Double.compare(other.score, one.score);

  private static final int MOST_CANDIDATES = 12;
  private static final int MOST_PIECES = 6;
  private static final int MOST_OF_TWO = 14;
  private static final int MOST_OF_THREE = 6;
  private static final double LEAST_STRANGE = 0.01;

  private final Catalogue catalogue;
  private final MassIndex masses;
  private final Priors priors;
  private final Stock stock;

  /** Of crossings among several; the same for every move that they are part of, but for timing. */
  private final IdentityHashMap<Crossing, List<Reading>> several = new IdentityHashMap<>();

  /** What is asked of each crossing again and again. */
  private final IdentityHashMap<Crossing, Seen> seen = new IdentityHashMap<>();

  /**
   * @param named the probabilities of the products that its pictures name
   * @param rest that of each other one
   * @param counts how many pieces it may have been, fewest first
   */
  private record Seen(Map<ProductId, Double> named, double rest, SortedSet<Integer> counts) {}

  Readings(Catalogue catalogue, MassIndex masses, Priors priors, Stock stock) {
    this.catalogue = catalogue;
    this.masses = masses;
    this.priors = priors;
    this.stock = stock;
  }

  /** One reading of one crossing. */
  record Reading(Part part, double score) {}

  Stock stock() {
    return stock;
  }

  /** The readings of a crossing by itself, likeliest first, but for the last two. */
  List<Reading> alone(Move move) {
    Crossing crossing = move.crossings().getFirst();
    boolean in = crossing.direction() == Direction.IN;
    List<Reading> readings = new ArrayList<>();
    going(move, crossing, in, 1, readings);
    going(move, crossing, !in, priors.wrongWay(), readings);
    readings.sort(LIKELIEST);
    readings.add(strange(crossing));
    List<Reading> timed = timed(readings, Integer.MAX_VALUE, Timing.of(move, crossing));
    timed.add(new Reading(Explanation.NOTHING, nothing(crossing)));
    return timed;
  }

  /**
   * The readings of one crossing among several: fewer, as there are many combinations, and none in
   * which it is nothing, for that is a move of its own.
   */
  List<Reading> among(Move move, Crossing crossing) {
    List<Reading> all =
        several.computeIfAbsent(
            crossing,
            each -> {
              List<Reading> readings = new ArrayList<>();
              going(move, each, each.direction() == Direction.IN, 1, readings);
              readings.sort(LIKELIEST);
              return readings;
            });
    int most = move.crossings().size() == 2 ? MOST_OF_TWO : MOST_OF_THREE;
    double timing = Timing.of(move, crossing);
    List<Reading> timed = timed(all, most, timing);
    Reading strange = strange(crossing);
    timed.add(new Reading(strange.part, strange.score * timing));
    return timed;
  }

  private static List<Reading> timed(List<Reading> readings, int most, double timing) {
    List<Reading> timed = new ArrayList<>();
    for (Reading reading : readings.subList(0, Math.min(most, readings.size()))) {
      timed.add(new Reading(reading.part, reading.score * timing));
    }
    return timed;
  }

  private Reading strange(Crossing crossing) {
    double stranger = crossing.direction() == Direction.IN ? 1 : 0.05;
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    double unknown = priors.strangers().probability(crossing.unknown());
    double score = Math.max(unknown, LEAST_STRANGE) * stranger * contradicted;
    return new Reading(Explanation.STRANGE, score);
  }

  private double nothing(Crossing crossing) {
    double clear = crossing.echo() ? priors.spurious().echo() : priors.spurious().clear();
    return Math.max(clear, priors.spurious().unknown() * crossing.unknown());
  }

  /** The goods that this crossing may have been, were they going that way. */
  private void going(Move move, Crossing crossing, boolean in, double factor, List<Reading> to) {
    if (in) {
      for (Product product : goingIn(move, crossing)) {
        double boost = stock.additionBoost(product.id());
        pieces(move, crossing, product, 1, image(crossing, product) * boost * factor, to);
      }
    } else {
      double boost = stock.removalBoost();
      for (Stock.Held held : stock.list()) {
        double image = image(crossing, held.product());
        pieces(move, crossing, held.product(), -1, image * boost * factor, to);
      }
    }
  }

  /** The pictures' candidates, the code's product, and what weighs as much. */
  Set<Product> goingIn(Move move, Crossing crossing) {
    Set<Product> products = new LinkedHashSet<>();
    for (Candidate candidate : crossing.candidates()) {
      if (products.size() < MOST_CANDIDATES) {
        catalogue.find(candidate.product()).ifPresent(products::add);
      }
    }
    crossing.coded().ifPresent(products::add);
    if (move.crossings().size() == 1 && move.weighed() && move.netGrams() > 0) {
      double grams = move.netGrams();
      double variance = move.varianceGrams2();
      for (int count : seen(crossing).counts) {
        products.addAll(masses.nearest(grams, variance, count));
        products.addAll(stock.fitting(grams, variance, count));
      }
    }
    return products;
  }

  private Seen seen(Crossing crossing) {
    Seen known = seen.get(crossing);
    if (known == null) {
      Map<ProductId, Double> named = new HashMap<>();
      for (Candidate candidate : crossing.candidates()) {
        named.putIfAbsent(candidate.product(), candidate.probability());
      }
      known = new Seen(named, crossing.rest() / stock.products(), counts(crossing));
      seen.put(crossing, known);
    }
    return known;
  }

  /** What pictures and codes say about a product. */
  double image(Crossing crossing, Product product) {
    Seen known = seen(crossing);
    double image = Math.max(known.named.getOrDefault(product.id(), 0.0), known.rest);
    if (crossing.coded().isEmpty()) {
      return image;
    }
    // A code is read right and belongs to the thing in 49 of 50 cases; the rest are swapped labels.
    boolean coded = crossing.coded().get().id().equals(product.id());
    return coded ? Math.max(image, 0.3) : image * 0.02;
  }

  private void pieces(
      Move move, Crossing crossing, Product product, int sign, double score, List<Reading> to) {
    Set<Integer> counts = seen(crossing).counts;
    if (product.unit() == SaleUnit.KILOGRAM) {
      counts = Set.of(crossing.pieces().getFirst());
    } else if (move.weighed() && move.crossings().size() == 1) {
      int weighed = MassFit.pieces(move.netGrams(), product);
      if (weighed <= MOST_PIECES && !counts.contains(weighed)) {
        counts = new TreeSet<>(counts);
        counts.add(weighed);
      }
    }
    for (int count : counts) {
      to.add(new Reading(new Goods(product, sign * count), score * count(crossing, count)));
    }
  }

  static SortedSet<Integer> counts(Crossing crossing) {
    SortedSet<Integer> counts = new TreeSet<>();
    for (int seen : crossing.pieces()) {
      counts.add(seen);
      counts.add(seen + 1);
      if (seen > 1) {
        counts.add(seen - 1);
      }
    }
    return counts;
  }

  /** How likely the cameras are to report their counts of so many pieces. */
  static double count(Crossing crossing, int pieces) {
    double sum = 0;
    List<Integer> reported = crossing.pieces();
    for (int seen : reported) {
      int off = Math.abs(seen - pieces);
      sum += off == 0 ? 0.9 : 0.05 * StrictMath.pow(0.4, off);
    }
    return sum / reported.size();
  }
}
