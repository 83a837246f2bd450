package pannier.app.gate;

import java.util.Optional;
import pannier.domain.basket.Basket;
import pannier.wire.CartStatus;

/** What staff order of a cart that its heart need not know. */
@FunctionalInterface
public interface SpotChecks {
  /** A cart that keeps nothing. */
  SpotChecks NONE = (tripId, order, basket) -> {};

  /**
   * Shows staff what the cart saw of each line; on its way on return.
   *
   * @param order the id of staff's order
   */
  void show(String tripId, long order, Basket basket);

  /** Staff come to work at the cart; one without a workshop has nothing for them. */
  default void work(String staff) {}

  /** Staff take a free cart out of use, or give it back. */
  default void use(String staff, boolean inUse) {}

  /** How its battery and radio are; empty where neither can be measured. */
  default Optional<CartStatus.Condition> condition() {
    return Optional.empty();
  }

  /** What staff do or did at the cart; empty if nobody came. */
  default Optional<CartStatus.Work> worked() {
    return Optional.empty();
  }
}
