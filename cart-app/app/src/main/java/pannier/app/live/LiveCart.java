package pannier.app.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pannier.app.BadInputException;
import pannier.app.gate.StaffLine;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.proof.Witness;
import pannier.app.screen.ShopperScreen;
import pannier.app.sight.ShownCodes;
import pannier.app.sight.ShownCodes.Wanted;
import pannier.domain.evidence.Code;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;

/** Drives a cart on real time until it is switched off. One thread. */
final class LiveCart {
  private static final String OFF = "off";

  private final Cart cart;
  private final CartClock clock;
  private final Terminal terminal;
  private final Watchers watchers;

  LiveCart(Cart cart, CartClock clock, Terminal terminal, Watchers watchers) {
    this.cart = cart;
    this.clock = clock;
    this.terminal = terminal;
    this.watchers = watchers;
  }

  /** Who sees each tick, and who speaks to the cart: screen, staff, phones, the witness. */
  record Watchers(
      ShopperScreen page, StaffLine staff, ShownCodes phones, Witness witness, Updates updates)
      implements AutoCloseable {
    private void show(TripState before, CartCore.Step step) {
      page.show(step);
      staff.show(step);
      witness.see(step);
      updates.look(step.state());
      boolean idle = step.state().trip() instanceof TripState.Idle;
      phones.want(wanted(idle));
      if (idle && !(before instanceof TripState.Idle)) {
        witness.sweep();
      }
    }

    private Wanted wanted(boolean idle) {
      if (idle) {
        return page.isWorkedAt() ? Wanted.NOTHING : Wanted.LOGINS;
      }
      return page.wantsCodes() ? Wanted.PRODUCTS : Wanted.NOTHING;
    }

    /** They are their owners' to close. */
    @Override
    public void close() {}
  }

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
    watchers.page.show(cart.state());
    List<String> lines = terminal.typed.drain();
    while (!lines.contains(OFF) && !Thread.currentThread().isInterrupted()) {
      long nanos = clock.getAsLong();
      TripState before = cart.state().trip();
      CartCore.Step step = cart.tick(nanos, inputs(lines));
      terminal.screen.show(before, step);
      watchers.show(before, step);
      alive.run();
      LockSupport.parkNanos(nanos + CartLoop.TICK_NANOS - clock.getAsLong());
      lines = terminal.typed.drain();
    }
  }

  private List<Input> inputs(List<String> lines) {
    List<Input> inputs = watchers.page.drain();
    inputs.addAll(watchers.staff.drain());
    for (Code code : watchers.phones.drain()) {
      if (code.isLogin()) {
        inputs.add(new Input.CodeShown(code));
      } else {
        watchers.page.seen(code);
      }
    }
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
