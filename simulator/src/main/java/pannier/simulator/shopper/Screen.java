package pannier.simulator.shopper;

import java.util.List;
import java.util.Optional;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.ProductId;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;

/** What a shopper can read on the cart after a tick. */
public record Screen(long nanos, CartState state) {
  /** Questions and holds, oldest first. */
  public List<Decision> open() {
    return state.open();
  }

  /** How many pieces of a product are on the list. */
  public int pieces(ProductId product) {
    return state.basket().pieces(product);
  }

  /** The first line of the list. */
  Optional<ProductId> firstListed() {
    return state.basket().lines().stream().map(BasketLine::product).findFirst();
  }

  public TripState trip() {
    return state.trip();
  }

  /** All is clear: nothing is asked, held or moving. */
  public boolean clear() {
    return state.open().isEmpty() && !state.busy();
  }
}
