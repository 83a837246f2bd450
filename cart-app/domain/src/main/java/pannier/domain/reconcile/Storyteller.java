package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.WeightStep;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Part;
import pannier.domain.reconcile.ReconcileConfig.Priors;

/** Lists the stories that would give a move's evidence, with their scores. */
final class Storyteller {
  private static final int MOST_CANDIDATES = 12;
  private static final int MOST_PIECES = 6;
  private static final double NEGLIGIBLE = 1e-7;
  private static final double LEAST_STRANGE = 0.01;

  /**
   * How often what goes in hides another thing from all cameras, where the scale says that more
   * went in than was seen.
   */
  private static final double HIDDEN = 0.3;

  /** Something came to lie, or was taken, and the load never moved while it did. */
  private static final double UNFELT = 1e-4;

  private final Catalogue catalogue;
  private final MassIndex masses;
  private final Priors priors;
  private final MassFit weighing;
  private final Returns returns;
  private final Unseen unseen;

  Storyteller(Catalogue catalogue, Priors priors) {
    this.catalogue = catalogue;
    this.masses = new MassIndex(catalogue);
    this.priors = priors;
    this.weighing = new MassFit(priors.strangers().mostGrams());
    this.returns = new Returns();
    this.unseen = new Unseen(masses, weighing, returns, priors.unseen());
  }

  /** One reading of one crossing, before the scale is asked. */
  private record Option(Part part, double score) {}

  /** Likeliest first; never empty. */
  List<Explanation> explain(Move move, Stock stock, List<Decision> open, Circumstances around) {
    List<Explanation> stories = new ArrayList<>();
    if (move.seen()) {
      seen(move, stock, open, around, stories);
    } else {
      unseen.tell(move, stock, open, around.watched(), stories);
    }
    double common = 1;
    for (int spare = 1; spare < move.steps().size(); spare++) {
      common *= weighing.anyMass();
    }
    return scaled(stories, common);
  }

  /** What cannot matter becomes one story that tells nothing. */
  private static List<Explanation> scaled(List<Explanation> stories, double factor) {
    double most = Double.MIN_NORMAL;
    for (Explanation story : stories) {
      most = Math.max(most, story.score());
    }
    List<Explanation> scored = new ArrayList<>();
    double rest = 0;
    for (Explanation story : stories) {
      if (story.score() > most * NEGLIGIBLE) {
        scored.add(new Explanation(story.parts(), story.score() * factor));
      } else {
        rest += story.score();
      }
    }
    scored.add(new Explanation(List.of(Explanation.STRANGE), rest * factor + Double.MIN_NORMAL));
    scored.sort(Comparator.comparingDouble(Explanation::score).reversed());
    return scored;
  }

  /**
   * What else is known about the time of a move.
   *
   * @param stirred the load moved, though it may have come back to where it was
   * @param watched a camera that can be trusted looked on
   */
  record Circumstances(boolean stirred, boolean watched) {}

  private void seen(
      Move move, Stock stock, List<Decision> open, Circumstances around, List<Explanation> to) {
    List<List<Option>> options = new ArrayList<>();
    for (Crossing crossing : move.crossings()) {
      options.add(options(move, crossing, stock, move.crossings().size()));
    }
    combine(move, stock, options, new ArrayList<>(), 1, around.stirred(), to);
    if (move.crossings().size() == 2 && move.weighed()) {
      to.add(besides(move, options, 0));
      to.add(besides(move, options, 1));
    }
    if (move.crossings().size() == 1 && move.weighed()) {
      Crossing crossing = move.crossings().getFirst();
      returns.of(move, open, crossing, to);
      if (move.netGrams() > 0 && crossing.direction() == Direction.IN) {
        to.add(others(move, crossing, stock, to));
        to.add(hidden(move, crossing, stock));
      }
    }
  }

  /**
   * Some product that the pictures do not name and that weighs as much: nobody can tell which of
   * them, so it is a stranger.
   */
  private Explanation others(Move move, Crossing crossing, Stock stock, List<Explanation> stories) {
    double all = 0;
    for (int count : counts(crossing)) {
      all += masses.density(move.netGrams(), count) * count(crossing, count) * crossing.rest();
    }
    double rest = crossing.rest() / stock.products();
    double told = 0;
    for (Explanation story : stories) {
      if (story.parts().getFirst() instanceof Goods goods && goods.signedPieces() > 0) {
        Product product = goods.product();
        double named = image(crossing, product, rest) * stock.additionBoost(product.id());
        told += story.score() / timing(move, crossing) * rest / named;
      }
    }
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    return new Explanation(List.of(Explanation.STRANGE), Math.max(0, all - told) * contradicted);
  }

  /**
   * Of two things one is some product that its pictures do not name and that weighs what the other
   * leaves over: nobody can tell which, so it is a stranger. A clear picture is not of that.
   */
  private Explanation besides(Move move, List<List<Option>> options, int at) {
    Crossing crossing = move.crossings().get(at);
    Set<Product> named = new LinkedHashSet<>();
    for (Option option : options.get(at)) {
      if (option.part() instanceof Goods goods) {
        named.add(goods.product());
      }
    }
    double sum = 0;
    for (Option other : options.get(1 - at)) {
      if (other.part() instanceof Goods goods && goods.product().unit() == SaleUnit.PIECE) {
        double grams = goods.signedPieces() * goods.product().pieceMass().mean().grams();
        sum += other.score() * masses.densityBesides(named, move.netGrams() - grams);
      }
    }
    boolean in = crossing.direction() == Direction.IN;
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    double clear =
        crossing.candidates().isEmpty() ? 0 : crossing.candidates().getFirst().probability();
    double unnamed = crossing.rest() * (1 - clear) * contradicted * timing(move, crossing);
    double score = in ? sum * unnamed : 0;
    return new Explanation(List.of(Explanation.STRANGE), score);
  }

  /**
   * What was seen hid something else that weighs the rest: nobody can tell what, so it is a
   * stranger. Against this stands that more pieces went in than were seen.
   */
  private Explanation hidden(Move move, Crossing crossing, Stock stock) {
    double rest = crossing.rest() / stock.products();
    double sum = 0;
    for (Product product : goingIn(move, crossing, stock)) {
      double seen = crossing.pieces().getLast() * product.pieceMass().mean().grams();
      if (product.unit() == SaleUnit.PIECE && move.netGrams() > seen) {
        sum += image(crossing, product, rest) * masses.density(move.netGrams() - seen, 1);
      }
    }
    return new Explanation(List.of(Explanation.STRANGE), HIDDEN * sum * timing(move, crossing));
  }

  /** Every combination of the crossings' options, weighed. */
  private void combine(
      Move move,
      Stock stock,
      List<List<Option>> options,
      List<Part> parts,
      double score,
      boolean stirred,
      List<Explanation> to) {
    int at = parts.size();
    if (at == options.size()) {
      double likelihood = likelihood(move, parts, stock, stirred);
      if (likelihood > 0) {
        to.add(new Explanation(parts, score * likelihood));
      }
      return;
    }
    for (Option option : options.get(at)) {
      parts.add(option.part());
      combine(move, stock, options, parts, score * option.score(), stirred, to);
      parts.removeLast();
    }
  }

  private double likelihood(Move move, List<Part> parts, Stock stock, boolean stirred) {
    boolean idle = parts.stream().allMatch(Explanation.Nothing.class::isInstance);
    if (idle || !possible(parts, stock)) {
      return idle && !move.weighed() ? 1 : 0;
    }
    double density = weighing.density(move, parts, stock) * swap(parts);
    if (move.weighed()) {
      return density;
    }
    // The same thing in and out again leaves the scale alone; anything else would have moved it.
    return new Explanation(parts, 0).outcome().nothing() ? 1 : density * (stirred ? 1 : UNFELT);
  }

  /** One thing in and another out in one move is rare. */
  private double swap(List<Part> parts) {
    boolean in = false;
    boolean out = false;
    for (Part part : parts) {
      in |= part instanceof Goods goods && goods.signedPieces() > 0;
      out |= part instanceof Goods goods && goods.signedPieces() < 0;
    }
    return in && out ? priors.habits().swap() : 1;
  }

  /** Nothing is taken out that does not lie in the basket. */
  private static boolean possible(List<Part> parts, Stock stock) {
    for (Part part : parts) {
      if (part instanceof Goods goods && goods.signedPieces() < 0) {
        int out = 0;
        for (Part other : parts) {
          if (other instanceof Goods g && g.product().id().equals(goods.product().id())) {
            out -= g.signedPieces();
          }
        }
        if (out > stock.pieces(goods.product().id())) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Option> options(Move move, Crossing crossing, Stock stock, int crossings) {
    List<Option> options = new ArrayList<>();
    boolean in = crossing.direction() == Direction.IN;
    double timing = timing(move, crossing);
    going(move, crossing, stock, in, timing, options);
    if (crossings == 1) {
      going(move, crossing, stock, !in, timing * priors.wrongWay(), options);
    }
    options.sort(Comparator.comparingDouble(Option::score).reversed());
    int most = crossings == 1 ? Integer.MAX_VALUE : crossings == 2 ? 14 : 6;
    List<Option> kept = new ArrayList<>(options.subList(0, Math.min(most, options.size())));
    double stranger = in ? 1 : 0.05;
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    double unknown = priors.strangers().probability(crossing.unknown());
    double strange = Math.max(unknown, LEAST_STRANGE) * stranger * contradicted;
    kept.add(new Option(Explanation.STRANGE, strange * timing(move, crossing)));
    if (crossings == 1) {
      // Among several, a crossing that is nothing is a move of its own.
      kept.add(new Option(Explanation.NOTHING, nothing(crossing)));
    }
    return kept;
  }

  private double nothing(Crossing crossing) {
    double clear = crossing.echo() ? priors.spurious().echo() : priors.spurious().clear();
    return Math.max(clear, priors.spurious().unknown() * crossing.unknown());
  }

  /** The goods that this crossing may have been, were they going that way. */
  private void going(
      Move move, Crossing crossing, Stock stock, boolean in, double factor, List<Option> to) {
    double rest = crossing.rest() / stock.products();
    if (in) {
      for (Product product : goingIn(move, crossing, stock)) {
        double boost = stock.additionBoost(product.id());
        pieces(move, crossing, product, 1, image(crossing, product, rest) * boost * factor, to);
      }
    } else {
      double boost = stock.removalBoost();
      for (Stock.Held held : stock.list()) {
        double image = image(crossing, held.product(), rest);
        pieces(move, crossing, held.product(), -1, image * boost * factor, to);
      }
    }
  }

  /** The pictures' candidates, the code's product, and what weighs as much. */
  private Set<Product> goingIn(Move move, Crossing crossing, Stock stock) {
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
      for (int count : counts(crossing)) {
        products.addAll(masses.nearest(grams, variance, count));
        products.addAll(stock.fitting(grams, variance, count));
      }
    }
    return products;
  }

  /** What pictures and codes say about a product. */
  private static double image(Crossing crossing, Product product, double rest) {
    double image = Math.max(crossing.probability(product.id()), rest);
    if (crossing.coded().isEmpty()) {
      return image;
    }
    // A code is read right and belongs to the thing in 19 of 20 cases; the rest are swapped labels.
    boolean coded = crossing.coded().get().id().equals(product.id());
    return coded ? Math.max(image, 0.3) : image * 0.05;
  }

  private static void pieces(
      Move move, Crossing crossing, Product product, int sign, double score, List<Option> to) {
    Set<Integer> counts = new TreeSet<>(counts(crossing));
    if (product.unit() == SaleUnit.KILOGRAM) {
      counts = Set.of(crossing.pieces().getFirst());
    } else if (move.weighed() && move.crossings().size() == 1) {
      int weighed = MassFit.pieces(move.netGrams(), product);
      if (weighed <= MOST_PIECES) {
        counts.add(weighed);
      }
    }
    for (int count : counts) {
      to.add(new Option(new Goods(product, sign * count), score * count(crossing, count)));
    }
  }

  private static Set<Integer> counts(Crossing crossing) {
    Set<Integer> counts = new TreeSet<>();
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
  private static double count(Crossing crossing, int pieces) {
    double sum = 0;
    for (int seen : crossing.pieces()) {
      int off = Math.abs(seen - pieces);
      sum += off == 0 ? 0.9 : 0.05 * StrictMath.pow(0.4, off);
    }
    return sum / crossing.pieces().size();
  }

  /**
   * The load follows a thing that goes in and precedes one that comes out; steps of one move lie
   * close together.
   */
  private static double timing(Move move, Crossing crossing) {
    if (!move.weighed()) {
      return 1;
    }
    WeightStep first = move.steps().getFirst();
    WeightStep last = move.steps().getLast();
    double early = (crossing.timestampNanos() - first.startNanos()) / 1e9;
    double late = (last.settledNanos() - crossing.timestampNanos()) / 1e9;
    boolean in = crossing.direction() == Direction.IN;
    return within(early, in ? 0.5 : 3) * within(late, in ? 4 : 1.5);
  }

  private static double within(double seconds, double limit) {
    return seconds <= limit ? 1 : StrictMath.exp(-2 * (seconds - limit));
  }
}
