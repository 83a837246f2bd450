package pannier.domain.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pannier.domain.catalogue.Product;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Part;

/**
 * The stories of what the scale felt and no camera saw.
 *
 * @param probability that cameras which work see nothing of a move
 */
record Unseen(MassIndex masses, MassFit weighing, Returns returns, double probability) {
  /**
   * Adds the stories of a move that has steps only.
   *
   * @param watched a camera that can be trusted looked on
   */
  void tell(Move move, Stock stock, List<Decision> open, boolean watched, List<Explanation> to) {
    double prior = watched ? probability : 1;
    returns.of(move, open, to);
    if (move.steps().size() > 1) {
      double back = MassFit.fits(move.netGrams(), move.varianceGrams2() + 4);
      to.add(new Explanation(List.of(Explanation.NOTHING), 0.3 * back));
    }
    double grams = move.netGrams();
    if (grams > 0 && !move.offTheFloor()) {
      unseenIn(move, stock, 0.7 * prior, to);
    } else if (!move.offTheFloor()) {
      for (Stock.Held held : stock.list()) {
        int pieces = MassFit.pieces(grams, held.product());
        if (pieces <= held.pieces()) {
          double habit = 0.9 / stock.list().size();
          guess(move, stock, new Goods(held.product(), -pieces), prior * habit, to);
        }
      }
    }
    double stranger = prior * (grams > 0 ? 0.3 : 0.05);
    to.add(new Explanation(List.of(Explanation.STRANGE), stranger * weighing.anyMass()));
  }

  private void unseenIn(Move move, Stock stock, double prior, List<Explanation> to) {
    double grams = move.netGrams();
    double variance = move.varianceGrams2();
    double others = 0;
    for (int count = 1; count <= 3; count++) {
      Set<Product> products = new LinkedHashSet<>(stock.fitting(grams, variance, count));
      products.addAll(masses.nearest(grams, variance, count));
      for (Product product : products) {
        double habit = stock.additionBoost(product.id()) / stock.products();
        guess(move, stock, new Goods(product, count), prior * habit, to);
      }
      others += masses.density(grams, count) * StrictMath.pow(0.3, count - 1);
    }
    double told = 0;
    for (Explanation story : to) {
      told += story.parts().getFirst() instanceof Goods ? story.score() : 0;
    }
    to.add(new Explanation(List.of(Explanation.STRANGE), Math.max(0, prior * others - told)));
  }

  private void guess(Move move, Stock stock, Goods goods, double prior, List<Explanation> to) {
    double several = StrictMath.pow(0.3, Math.abs(goods.signedPieces()) - 1);
    List<Part> parts = List.of(goods);
    to.add(new Explanation(parts, prior * several * weighing.density(move, parts, stock)));
  }
}
