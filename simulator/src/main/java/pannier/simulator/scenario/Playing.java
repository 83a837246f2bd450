package pannier.simulator.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.domain.evidence.Code;
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

  /** A phone gets a code from the gate, which the script calls {@code name}. */
  void phone(String name, Optional<String> forCart) throws IOException;

  /** Another cart of the shop is shown the code first. */
  void takenElsewhere(String name) throws IOException;

  /** The code as a camera reads it. */
  Code shown(String name) throws IOException;

  /** What the gates have to tell at the end; empty if there is none. */
  Optional<String> gates() throws IOException;

  @Override
  void close() throws IOException;
}
