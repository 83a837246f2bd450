package pannier.simulator.shopper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;

/** What a shopper means to pick, in order. */
final class ShoppingList {
  private final Deque<ProductId> ahead = new ArrayDeque<>();
  private ProductId last;

  /**
   * @param products of the shop; neighbours in it are look-alikes more often than not
   * @param meanItems 1 or more; counts spread by a third of it
   */
  ShoppingList(
      List<ProductId> products, double meanItems, Habits.Picking habits, RandomGenerator random) {
    double drawn = meanItems * (1 + random.nextGaussian() / 3);
    int count = (int) Math.round(Math.clamp(drawn, 1, 2 * meanItems));
    List<ProductId> list = new ArrayList<>();
    int index = random.nextInt(products.size());
    while (list.size() < count) {
      double habit = random.nextDouble();
      if (list.isEmpty() || habit >= habits.again() + habits.sibling()) {
        index = random.nextInt(products.size());
      } else if (habit >= habits.again()) {
        index = Math.floorMod(index + (random.nextBoolean() ? 1 : -1), products.size());
      }
      list.add(products.get(index));
    }
    ahead.addAll(list);
    last = list.getFirst();
  }

  /** Nothing is to be bought after all. */
  void forget() {
    ahead.clear();
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  ProductId next() {
    last = ahead.removeFirst();
    return last;
  }

  /** What was picked last; the first of the list before anything was. */
  ProductId last() {
    return last;
  }
}
