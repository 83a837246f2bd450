package pannier.simulator.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;

/** A cart that a script is played on, tick by tick. */
interface Playing extends AutoCloseable {
  /**
   * One tick.
   *
   * @return nothing while the cart's computer is off
   */
  Optional<CartCore.Step> tick(long nanos, List<Input> inputs)
      throws IOException, InterruptedException;

  CartState state();

  /** Another gate is the nearest. */
  void roam(int gate);

  /** What the gates have to tell at the end; empty if there is none. */
  Optional<String> gates() throws IOException;

  @Override
  void close() throws IOException;
}
