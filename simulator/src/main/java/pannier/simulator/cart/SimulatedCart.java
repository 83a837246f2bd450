package pannier.simulator.cart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import pannier.app.bill.BillPrices;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Effect;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.SimulatedWorld;
import pannier.wire.Receipt;

/** Drives a cart through one trip, tick by tick, as fast as asked. One thread. */
final class SimulatedCart {
  /** A trip that is not paid by then will not be. */
  private static final long LONGEST_TRIP_NANOS = 120_000_000_000L;

  /** While the gate works, simulated time runs no faster than real time. */
  private static final long GATE_PAUSE_NANOS = CartLoop.TICK_NANOS;

  private final SimulatedWorld world;
  private final Shopper shopper;
  private final Cart cart;
  private final Supplier<Optional<Receipt>> receipt;
  private final Telling telling;
  private final ShopperAtCart screen;
  private long nanos;

  /**
   * Where the trip is told, and how fast it goes.
   *
   * @param speed simulated seconds in a real one; 0 is as fast as it goes
   */
  record Telling(CartEvents events, BillPrices prices, double speed) {}

  /**
   * @param receipt what the gate gave for the last bill that it settled
   */
  SimulatedCart(
      SimulatedWorld world,
      Shopper shopper,
      Cart cart,
      Supplier<Optional<Receipt>> receipt,
      Telling telling) {
    this.world = world;
    this.shopper = shopper;
    this.cart = cart;
    this.receipt = receipt;
    this.telling = telling;
    this.screen = new ShopperAtCart(shopper, telling.events);
  }

  /**
   * Plays the whole trip.
   *
   * @return whether it was paid
   * @throws IOException if the journal cannot be written
   */
  boolean run(String tripId) throws IOException {
    List<Input> inputs = List.of(new Input.Start(tripId));
    while (nanos < LONGEST_TRIP_NANOS) {
      shopper.advanceTo(nanos);
      world.advanceTo(nanos);
      TripState before = cart.state().trip();
      CartCore.Step step = cart.tick(nanos, inputs);
      tell(step);
      TripState after = cart.state().trip();
      if (!after.getClass().equals(before.getClass()) && arrived(after)) {
        return after instanceof TripState.Settled;
      }
      pause(after);
      nanos += CartLoop.TICK_NANOS;
      inputs = screen.touch(nanos, cart.state());
    }
    return false;
  }

  private void tell(CartCore.Step step) {
    telling.events.step(step);
    List<String> sentences = new ArrayList<>();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Say say) {
        sentences.add(say.notice().text());
      }
    }
    telling.events.said(nanos, sentences);
    List<Decision> decisions = step.decisions();
    screen.read(nanos, decisions);
  }

  /** Tells of a new state; whether the trip is over. */
  private boolean arrived(TripState state) {
    switch (state) {
      case TripState.Reviewing reviewing -> {
        telling.events.bill(nanos, telling.prices.freeze(reviewing.bill()));
        return false;
      }
      case TripState.Settled _ -> {
        receipt.get().ifPresent(given -> telling.events.receipt(nanos, given));
        telling.events.truth(nanos, world.basket());
        return true;
      }
      case TripState.Declined declined -> {
        telling.events.declined(nanos, declined.reason());
        return true;
      }
      case TripState.Idle _,
          TripState.Shopping _,
          TripState.Asking _,
          TripState.NeedsStaff _,
          TripState.Settling _ -> {
        return false;
      }
    }
  }

  private void pause(TripState state) {
    if (state instanceof TripState.Settling) {
      LockSupport.parkNanos(GATE_PAUSE_NANOS);
    } else if (telling.speed > 0) {
      LockSupport.parkNanos(Math.round(CartLoop.TICK_NANOS / telling.speed));
    }
  }
}
