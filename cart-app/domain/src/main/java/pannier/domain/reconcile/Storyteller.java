package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Readings.Reading;
import pannier.domain.reconcile.ReconcileConfig.Priors;

/** Lists the stories that would give a move's evidence, with their scores. */
final class Storyteller {
  private static final double NEGLIGIBLE = 1e-7;

  /**
   * How often what goes in hides another thing from all cameras, where the scale says that more
   * went in than was seen.
   */
  private static final double HIDDEN = 0.3;

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

  /** To explain several moves by, while the basket's content is such. */
  Readings readings(Stock stock) {
    return new Readings(catalogue, masses, priors, stock);
  }

  /** Likeliest first; never empty. */
  List<Explanation> explain(Move move, Stock stock, List<Decision> open, Circumstances around) {
    List<Explanation> stories = scaled(tell(move, readings(stock), open, around), common(move));
    stories.sort(Comparator.comparingDouble(Explanation::score).reversed());
    return stories;
  }

  /** How likely a move's evidence is, whatever the story: the sum of all scores. */
  double evidence(Move move, Readings readings, List<Decision> open, Circumstances around) {
    double sum = Double.MIN_NORMAL;
    List<Explanation> told = new ArrayList<>();
    if (move.crossings().size() > 1) {
      List<List<Reading>> each = each(move, readings);
      sum = combinations(move, readings, each, around).addedTo(sum);
      besides(move, each, told);
    } else {
      told.addAll(tell(move, readings, open, around));
    }
    for (Explanation story : told) {
      sum += story.score();
    }
    return sum * common(move);
  }

  private List<Explanation> tell(
      Move move, Readings readings, List<Decision> open, Circumstances around) {
    List<Explanation> stories = new ArrayList<>();
    if (move.seen()) {
      seen(move, readings, open, around, stories);
    } else {
      unseen.tell(move, readings.stock(), open, around.watched(), stories);
    }
    return stories;
  }

  /** Steps beyond the first may have any mass. */
  private double common(Move move) {
    double common = 1;
    for (int spare = 1; spare < move.steps().size(); spare++) {
      common *= weighing.anyMass();
    }
    return common;
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
      Move move,
      Readings readings,
      List<Decision> open,
      Circumstances around,
      List<Explanation> to) {
    List<List<Reading>> each = each(move, readings);
    to.addAll(combinations(move, readings, each, around).all());
    besides(move, each, to);
    if (move.crossings().size() == 1 && move.weighed()) {
      Crossing crossing = move.crossings().getFirst();
      returns.of(move, open, crossing, to);
      if (move.netGrams() > 0 && crossing.direction() == Direction.IN) {
        to.add(others(move, crossing, readings, to));
        to.add(hidden(move, crossing, readings));
      }
    }
  }

  private static List<List<Reading>> each(Move move, Readings readings) {
    List<List<Reading>> each = new ArrayList<>();
    for (Crossing crossing : move.crossings()) {
      each.add(
          move.crossings().size() == 1 ? readings.alone(move) : readings.among(move, crossing));
    }
    return each;
  }

  private Combinations combinations(
      Move move, Readings readings, List<List<Reading>> each, Circumstances around) {
    Combinations.Weights weights =
        new Combinations.Weights(weighing, readings.stock(), priors.habits().swap());
    return new Combinations(weights, move, each, around.stirred());
  }

  private void besides(Move move, List<List<Reading>> each, List<Explanation> to) {
    if (move.crossings().size() == 2 && move.weighed()) {
      to.add(besides(move, each, 0));
      to.add(besides(move, each, 1));
    }
  }

  /**
   * Some product that the pictures do not name and that weighs as much: nobody can tell which of
   * them, so it is a stranger.
   */
  private Explanation others(
      Move move, Crossing crossing, Readings readings, List<Explanation> stories) {
    Stock stock = readings.stock();
    double all = 0;
    for (int count : Readings.counts(crossing)) {
      all +=
          masses.density(move.netGrams(), count)
              * Readings.count(crossing, count)
              * crossing.rest();
    }
    double rest = crossing.rest() / stock.products();
    double told = 0;
    for (Explanation story : stories) {
      if (story.parts().getFirst() instanceof Goods goods && goods.signedPieces() > 0) {
        Product product = goods.product();
        double named = readings.image(crossing, product) * stock.additionBoost(product.id());
        told += story.score() / Timing.of(move, crossing) * rest / named;
      }
    }
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    return new Explanation(List.of(Explanation.STRANGE), Math.max(0, all - told) * contradicted);
  }

  /**
   * Of two things one is some product that its pictures do not name and that weighs what the other
   * leaves over: nobody can tell which, so it is a stranger. A clear picture is not of that.
   */
  private Explanation besides(Move move, List<List<Reading>> readings, int at) {
    Crossing crossing = move.crossings().get(at);
    Set<Product> named = new LinkedHashSet<>();
    for (Reading reading : readings.get(at)) {
      if (reading.part() instanceof Goods goods) {
        named.add(goods.product());
      }
    }
    double sum = 0;
    for (Reading other : readings.get(1 - at)) {
      if (other.part() instanceof Goods goods && goods.product().unit() == SaleUnit.PIECE) {
        double grams = goods.signedPieces() * goods.product().pieceMass().mean().grams();
        sum += other.score() * masses.densityBesides(named, move.netGrams() - grams);
      }
    }
    boolean in = crossing.direction() == Direction.IN;
    double contradicted = crossing.coded().isPresent() ? 0.05 : 1;
    double clear =
        crossing.candidates().isEmpty() ? 0 : crossing.candidates().getFirst().probability();
    double unnamed = crossing.rest() * (1 - clear) * contradicted * Timing.of(move, crossing);
    double score = in ? sum * unnamed : 0;
    return new Explanation(List.of(Explanation.STRANGE), score);
  }

  /**
   * What was seen hid something else that weighs the rest: nobody can tell what, so it is a
   * stranger. Against this stands that more pieces went in than were seen.
   */
  private Explanation hidden(Move move, Crossing crossing, Readings readings) {
    double sum = 0;
    for (Product product : readings.goingIn(move, crossing)) {
      double seen = crossing.pieces().getLast() * product.pieceMass().mean().grams();
      if (product.unit() == SaleUnit.PIECE && move.netGrams() > seen) {
        sum += readings.image(crossing, product) * masses.density(move.netGrams() - seen, 1);
      }
    }
    return new Explanation(List.of(Explanation.STRANGE), HIDDEN * sum * Timing.of(move, crossing));
  }
}
