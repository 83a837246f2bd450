package pannier.app.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pannier.app.BadInputException;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;

/** Drives a cart on real time until it is switched off. One thread. */
final class LiveCart {
  private static final String OFF = "off";

  private final Cart cart;
  private final CartClock clock;
  private final TypedLines typed;
  private final Touch touch;
  private final Screen screen;

  LiveCart(Cart cart, CartClock clock, TypedLines typed, Touch touch, Screen screen) {
    this.cart = cart;
    this.clock = clock;
    this.typed = typed;
    this.touch = touch;
    this.screen = screen;
  }

  /**
   * Ticks until {@code off} is typed or the thread is interrupted.
   *
   * @throws IOException if the journal cannot be written; started again, the cart goes on where it
   *     could
   */
  void run() throws IOException {
    List<String> lines = typed.drain();
    while (!lines.contains(OFF) && !Thread.currentThread().isInterrupted()) {
      long nanos = clock.getAsLong();
      TripState before = cart.state().trip();
      CartCore.Step step = cart.tick(nanos, inputs(lines));
      screen.show(before, step);
      LockSupport.parkNanos(nanos + CartLoop.TICK_NANOS - clock.getAsLong());
      lines = typed.drain();
    }
  }

  private List<Input> inputs(List<String> lines) {
    List<Input> inputs = new ArrayList<>();
    for (String line : lines) {
      try {
        inputs.add(touch.read(line));
      } catch (BadInputException e) {
        screen.say(String.valueOf(e.getMessage()));
      }
    }
    return inputs;
  }
}
