package pannier.domain.trip;

import java.util.List;
import pannier.domain.reconcile.Decision;

/**
 * The heart: a pure function from state and tick record to new state, decisions and effects. It has
 * no clock, no randomness and no memory but {@code State}.
 */
public interface CartCore {
  /** The state before anything arrived. */
  CartState start();

  /** One tick. */
  Step tick(CartState state, TickRecord record);

  /** What one tick gave. */
  record Step(CartState state, List<Decision> decisions, List<Effect> effects) {
    public Step {
      decisions = List.copyOf(decisions);
      effects = List.copyOf(effects);
    }
  }
}
