package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.reconcile.ReconcileConfig.Habits;

/** What can be taken out, and what is likely to be put in again. */
final class Stock {
  /** However small the basket: a look-alike must not win by habit alone. */
  private static final double LARGEST_REPEAT_BOOST = 8;

  private static final double LARGEST_BOOST = 20;

  /**
   * A product that can be taken out.
   *
   * @param pieces how many there are at most; 0 for what only passes through
   * @param massGrams of all of them, as measured
   */
  record Held(Product product, int pieces, double massGrams) {}

  private final Map<ProductId, Held> held = new LinkedHashMap<>();
  private final Set<ProductId> gone;
  private final double repeatBoost;
  private final double comeBackBoost;
  private final int products;

  Stock(Catalogue catalogue, Basket basket, List<Belief.Gone> removed, Habits habits) {
    for (BasketLine line : basket.lines()) {
      Product product = catalogue.get(line.product());
      held.put(product.id(), new Held(product, line.pieces(), line.mass().grams()));
    }
    this.gone = removed.stream().map(Belief.Gone::product).collect(Collectors.toSet());
    this.products = Math.max(1, catalogue.products().size());
    this.repeatBoost = Math.min(LARGEST_REPEAT_BOOST, boost(habits.repeat(), held.size()));
    this.comeBackBoost = Math.min(LARGEST_BOOST, boost(habits.comeBack(), gone.size()));
  }

  /** A share of what goes in is one of so many kinds; the rest is any product. */
  private double boost(double share, int kinds) {
    return 1 + share * products / (1 - share) / Math.max(1, kinds);
  }

  /** What may have gone in before it is taken out again, while both are still unsettled. */
  void expect(Product product, int pieces) {
    Held had = held.get(product.id());
    double one = product.pieceMass().mean().grams();
    held.put(
        product.id(),
        had == null
            ? new Held(product, pieces, pieces * one)
            : new Held(product, had.pieces() + pieces, had.massGrams() + pieces * one));
  }

  /** What goes in may come out in the same move; by itself it cannot. */
  void visit(Product product) {
    held.putIfAbsent(product.id(), new Held(product, 0, 0));
  }

  Collection<Held> list() {
    return held.values();
  }

  /** Those of which {@code pieces} may weigh so much. */
  List<Product> fitting(double grams, double varianceGrams2, int pieces) {
    List<Product> fitting = new ArrayList<>();
    for (Held one : held.values()) {
      if (one.product().unit() == SaleUnit.PIECE
          && MassIndex.fits(one.product(), grams, varianceGrams2, pieces)) {
        fitting.add(one.product());
      }
    }
    return fitting;
  }

  int pieces(ProductId product) {
    Held had = held.get(product);
    return had == null ? 0 : had.pieces();
  }

  double massGrams(ProductId product) {
    Held had = held.get(product);
    return had == null ? 0 : had.massGrams();
  }

  /**
   * Whether the scale knows what lies there; a mass that is the catalogue's to the last digit was
   * declared.
   */
  boolean weighed(Product product) {
    double declared = pieces(product.id()) * product.pieceMass().mean().grams();
    return product.unit() == SaleUnit.PIECE && Math.abs(massGrams(product.id()) - declared) > 1e-9;
  }

  /** How much likelier than any product this one is to go in. */
  double additionBoost(ProductId product) {
    if (gone.contains(product)) {
      return Math.max(comeBackBoost, repeatBoost);
    }
    return held.containsKey(product) ? repeatBoost : 1;
  }

  /** How much likelier what lies in the basket is to come out than any product of the shop. */
  double removalBoost() {
    return Math.min(LARGEST_BOOST, Math.max(1, products / Math.max(1.0, held.size())));
  }

  int products() {
    return products;
  }
}
