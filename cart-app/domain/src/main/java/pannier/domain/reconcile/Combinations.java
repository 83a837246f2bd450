package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.MassSpread;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Part;
import pannier.domain.reconcile.Readings.Reading;

/**
 * Every combination of a move's readings, weighed. There may be thousands of them, most of a mass
 * that is out of the question: sums are carried along.
 */
final class Combinations {
  /** Something came to lie, or was taken, and the load never moved while it did. */
  private static final double UNFELT = 1e-4;

  private final Move move;
  private final Weights weights;
  private final List<List<Reading>> readings;
  private final boolean stirred;
  private final List<Explanation> found = new ArrayList<>();
  private boolean kept;
  private double sum;
  private final List<Part> parts = new ArrayList<>();
  private final double netGrams;
  private final double varianceGrams2;

  /**
   * @param readings of each crossing of {@code move}
   * @param stirred the load moved, though it may have come back to where it was
   */
  Combinations(Weights weights, Move move, List<List<Reading>> readings, boolean stirred) {
    this.weights = weights;
    this.move = move;
    this.readings = readings;
    this.stirred = stirred;
    this.netGrams = move.netGrams();
    this.varianceGrams2 = move.varianceGrams2();
  }

  /**
   * What the scale says to a story.
   *
   * @param swap how often one thing goes in and another out in one move
   */
  record Weights(MassFit fit, Stock stock, double swap) {}

  /** Those that are possible. */
  List<Explanation> all() {
    kept = true;
    combine(1, 0, 1, move.weighed());
    return found;
  }

  /** The same scores, added to this one after the other. */
  double addedTo(double before) {
    sum = before;
    combine(1, 0, 1, move.weighed());
    return sum;
  }

  /**
   * @param counted only what is sold by the piece so far, which weighs {@code mean}
   */
  private void combine(double score, double mean, double variance, boolean counted) {
    if (parts.size() == readings.size()) {
      end(score, mean, variance, counted);
      return;
    }
    for (Reading reading : readings.get(parts.size())) {
      parts.add(reading.part());
      if (counted
          && reading.part() instanceof Goods goods
          && goods.product().unit() == SaleUnit.PIECE) {
        MassSpread each = goods.product().pieceMass();
        int pieces = goods.signedPieces();
        combine(
            score * reading.score(),
            mean + pieces * each.mean().grams(),
            variance + Math.abs(pieces) * each.varianceGrams2(),
            true);
      } else {
        combine(score * reading.score(), mean, variance, false);
      }
      parts.removeLast();
    }
  }

  private void end(double score, double mean, double variance, boolean counted) {
    double likelihood = idle() ? (move.weighed() ? 0 : 1) : likelihood(mean, variance, counted);
    if (likelihood > 0) {
      sum += score * likelihood;
      if (kept) {
        found.add(new Explanation(parts, score * likelihood));
      }
    }
  }

  private double likelihood(double mean, double variance, boolean counted) {
    double density =
        counted && parts.size() > 1
            ? MassFit.fits(netGrams - mean, variance + varianceGrams2)
            : weights.fit.density(move, parts, weights.stock);
    if ((move.weighed() && density == 0) || !possible()) {
      return 0;
    }
    double weighed = density * swap();
    if (move.weighed()) {
      return weighed;
    }
    // The same thing in and out again leaves the scale alone; anything else would have moved it.
    return back() ? 1 : weighed * (stirred ? 1 : UNFELT);
  }

  private boolean idle() {
    for (Part part : parts) {
      if (!(part instanceof Explanation.Nothing)) {
        return false;
      }
    }
    return true;
  }

  /** Everything that went in came out again. */
  private boolean back() {
    int pieces = 0;
    for (Part part : parts) {
      pieces += part instanceof Goods goods ? goods.signedPieces() : 0;
    }
    return pieces == 0 && new Explanation(parts, 0).outcome().nothing();
  }

  /** One thing in and another out in one move is rare. */
  private double swap() {
    boolean in = false;
    boolean out = false;
    for (Part part : parts) {
      in |= part instanceof Goods goods && goods.signedPieces() > 0;
      out |= part instanceof Goods goods && goods.signedPieces() < 0;
    }
    return in && out ? weights.swap : 1;
  }

  /** Nothing is taken out that does not lie in the basket. */
  private boolean possible() {
    for (Part part : parts) {
      if (part instanceof Goods goods && goods.signedPieces() < 0) {
        int out = 0;
        for (Part other : parts) {
          if (other instanceof Goods g && g.product().id().equals(goods.product().id())) {
            out -= g.signedPieces();
          }
        }
        if (out > weights.stock.pieces(goods.product().id())) {
          return false;
        }
      }
    }
    return true;
  }
}
