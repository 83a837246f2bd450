package pannier.app.gate;

import pannier.domain.basket.Basket;

/** Shows staff what the cart saw of each line, when they ask for it. */
@FunctionalInterface
public interface SpotChecks {
  /** A cart that keeps nothing. */
  SpotChecks NONE = (tripId, order, basket) -> {};

  /**
   * On its way on return.
   *
   * @param order the id of staff's order
   */
  void show(String tripId, long order, Basket basket);
}
