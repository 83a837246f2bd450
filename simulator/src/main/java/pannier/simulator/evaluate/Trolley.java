package pannier.simulator.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.app.loop.Cart;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.simulator.machine.SteppedGate;

/** The cart of a trip and the gate where it pays. One thread. */
interface Trolley extends AutoCloseable {
  /**
   * One tick of all of it; empty while the cart's program does not run.
   *
   * @param inputs what the shopper does; lost if it is empty
   */
  Optional<CartCore.Step> tick(long nanos, List<Input> inputs) throws IOException;

  /** What its screen shows, or showed before it went dark. */
  CartState state();

  /** By how much the cart's clock is behind the world's. */
  long behindNanos();

  /** What the gate's files say; empty where a stand-in takes every payment. */
  Optional<SteppedGate.Books> books() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * A cart that never breaks down.
   *
   * @param gate a real one, which the cart closes; empty where it pays at a stand-in
   */
  record Steady(Cart cart, Optional<SteppedGate> gate) implements Trolley {
    @Override
    public Optional<CartCore.Step> tick(long nanos, List<Input> inputs) throws IOException {
      if (gate.isPresent()) {
        gate.get().advanceTo(nanos);
      }
      return Optional.of(cart.tick(nanos, inputs));
    }

    @Override
    public CartState state() {
      return cart.state();
    }

    @Override
    public long behindNanos() {
      return 0;
    }

    @Override
    public Optional<SteppedGate.Books> books() throws IOException {
      return gate.isPresent() ? Optional.of(gate.get().books()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
      cart.close();
    }
  }
}
