package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Part;
import pannier.domain.reconcile.Explanation.Strange;

/** How well a story's things weigh what the scale says: probability densities per gram. */
final class MassFit {
  /** The load's level settled again within this of where it was: no step was reported. */
  private static final double NO_STEP_GRAMS = 3;

  private static final double NO_STEP_VARIANCE = 1.5 * 1.5;

  /** What is sold by the kilogram weighs between nothing and this, in one move. */
  private static final double LOOSE_GRAMS = 1500;

  private final double strangeGrams;

  MassFit(double strangeGrams) {
    this.strangeGrams = strangeGrams;
  }

  /** Any mass is as likely as another. */
  double anyMass() {
    return 1 / strangeGrams;
  }

  /** The density of the net change, were these its parts. */
  double density(Move move, List<Part> parts, Stock stock) {
    double catalogue = byCatalogue(move, parts, stock);
    if (parts.size() == 1
        && move.weighed()
        && parts.getFirst() instanceof Goods goods
        && goods.signedPieces() < 0
        && stock.weighed(goods.product())) {
      return 0.05 * catalogue + 0.95 * asItWentIn(move, goods, stock);
    }
    return catalogue;
  }

  /**
   * What was weighed on its way in weighs the same on its way out: of {@code n} pieces that weigh
   * {@code L} together, {@code k} weigh {@code kL/n}, with the spread of a draw without putting
   * back.
   */
  private static double asItWentIn(Move move, Goods goods, Stock stock) {
    int lie = stock.pieces(goods.product().id());
    int out = -goods.signedPieces();
    if (lie < out) {
      return 0;
    }
    double share = (double) out / lie;
    double spread = goods.product().pieceMass().varianceGrams2() * out * (1 - share);
    double off = move.netGrams() + share * stock.massGrams(goods.product().id());
    return fits(off, spread + move.varianceGrams2() + 2 + 0.5 * lie);
  }

  private double byCatalogue(Move move, List<Part> parts, Stock stock) {
    double mean = 0;
    double variance = 1;
    double free = 1;
    int sign = 0;
    boolean strange = false;
    // Thousands of times a decision: a switch over patterns takes several times as long.
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof Goods goods)) {
        strange |= parts.get(i) instanceof Strange;
      } else if (goods.product().unit() == SaleUnit.KILOGRAM) {
        free *= loose(goods, move, stock);
        sign = goods.signedPieces() < 0 ? -1 : 1;
      } else {
        mean += goods.signedPieces() * goods.product().pieceMass().mean().grams();
        variance += Math.abs(goods.signedPieces()) * goods.product().pieceMass().varianceGrams2();
      }
    }
    if (strange) {
      return move.weighed() ? anyMass() : anyMass() * 2 * NO_STEP_GRAMS;
    }
    if (!move.weighed()) {
      return sign != 0 ? 0 : fits(mean, variance + NO_STEP_VARIANCE) * 2 * NO_STEP_GRAMS;
    }
    double rest = move.netGrams() - mean;
    if (sign != 0) {
      return rest * sign > 5 ? free : 0;
    }
    return fits(rest, variance + move.varianceGrams2());
  }

  private static double loose(Goods goods, Move move, Stock stock) {
    if (goods.signedPieces() > 0) {
      return 1 / LOOSE_GRAMS;
    }
    double lies = stock.massGrams(goods.product().id());
    double out = -move.netGrams();
    double whole = fits(out - lies, 25 + move.varianceGrams2() + lies * lies * 1e-4);
    return out > lies + 20 ? whole / 2 : (whole + 1 / Math.max(lies, 100)) / 2;
  }

  /**
   * The normal density, with a wider one mixed in for the one case in fifty in which a pack is not
   * what its mean says.
   */
  static double fits(double offGrams, double varianceGrams2) {
    return 0.98 * normal(offGrams, varianceGrams2) + 0.02 * normal(offGrams, 9 * varianceGrams2);
  }

  static double normal(double off, double variance) {
    double exponent = off * off / (2 * variance);
    return exponent > 40 ? 0 : StrictMath.exp(-exponent) / Math.sqrt(2 * Math.PI * variance);
  }

  /** How many pieces of it weigh this; at least one. */
  static int pieces(double grams, Product product) {
    return (int) Math.max(1, Math.round(Math.abs(grams) / product.pieceMass().mean().grams()));
  }
}
