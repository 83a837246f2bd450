package pannier.app.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pannier.app.BadInputException;
import pannier.app.gate.StaffLine;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.screen.ShopperScreen;
import pannier.app.sight.ShownCodes;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;

/** Drives a cart on real time until it is switched off. One thread. */
final class LiveCart {
  private static final String OFF = "off";

  private final Cart cart;
  private final CartClock clock;
  private final Terminal terminal;
  private final ShopperScreen page;
  private final Callers callers;

  LiveCart(Cart cart, CartClock clock, Terminal terminal, ShopperScreen page, Callers callers) {
    this.cart = cart;
    this.clock = clock;
    this.terminal = terminal;
    this.page = page;
    this.callers = callers;
  }

  /** Whoever speaks to it from outside: staff through the gate, phones before its camera. */
  record Callers(StaffLine staff, ShownCodes phones) {}

  /** Whoever types at the cart, and reads what it prints. */
  record Terminal(TypedLines typed, Touch touch, Screen screen) {}

  /**
   * Ticks until {@code off} is typed or the thread is interrupted.
   *
   * @param alive told of each tick
   * @throws IOException if the journal cannot be written; started again, the cart goes on where it
   *     could
   */
  void run(Runnable alive) throws IOException {
    page.show(cart.state());
    List<String> lines = terminal.typed.drain();
    while (!lines.contains(OFF) && !Thread.currentThread().isInterrupted()) {
      long nanos = clock.getAsLong();
      TripState before = cart.state().trip();
      CartCore.Step step = cart.tick(nanos, inputs(lines));
      terminal.screen.show(before, step);
      page.show(step);
      callers.staff.show(step.state());
      callers.phones.want(step.state().trip() instanceof TripState.Idle);
      alive.run();
      LockSupport.parkNanos(nanos + CartLoop.TICK_NANOS - clock.getAsLong());
      lines = terminal.typed.drain();
    }
  }

  private List<Input> inputs(List<String> lines) {
    List<Input> inputs = page.drain();
    inputs.addAll(callers.staff.drain());
    callers.phones.drain().forEach(code -> inputs.add(new Input.CodeShown(code)));
    for (String line : lines) {
      try {
        inputs.add(terminal.touch.read(line));
      } catch (BadInputException e) {
        terminal.screen.say(String.valueOf(e.getMessage()));
      }
    }
    return inputs;
  }
}
