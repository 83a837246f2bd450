package pannier.simulator.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pannier.app.journal.TripSetup;
import pannier.app.loop.CartLoop;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.simulator.world.Chance;

/**
 * Plays a scenario on the real heart of the cart: simulated load cells and accelerometer, scripted
 * sightings; where a script names a gate or a fault of a machine, on the real programs of cart and
 * gate with their files.
 */
final class Performance {
  /** What was pending when the last event came has been settled by then. */
  private static final long AFTERWARDS_NANOS = 8_000_000_000L;

  private static final Chance CHANCE = new Chance(1);

  private final Scenario scenario;
  private final Scenery scenery;
  private final Report report;

  private Performance(Scenario scenario) {
    this.scenario = scenario;
    this.scenery = new Scenery(scenario, CHANCE);
    this.report = new Report(scenario.outcome().shown());
  }

  /**
   * The compact line.
   *
   * @throws IOException if the files of cart and gate cannot be written
   */
  static String play(Scenario scenario) throws IOException {
    try {
      return new Performance(scenario).play();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String play() throws IOException, InterruptedException {
    CartConfig config = CartConfig.standard(new Sensors(scenario.cart().cameras(), true));
    TripSetup setup = TripSetup.of(0, "", scenario.catalogue(), config);
    try (Playing cart = cart(setup)) {
      long end = scenario.lastNanos() + AFTERWARDS_NANOS;
      for (long now = CartLoop.TICK_NANOS; now <= end; now += CartLoop.TICK_NANOS) {
        scenery.advanceTo(now);
        cart.tick(now, inputs(cart, now)).ifPresent(report::add);
      }
      return report.line(cart.state(), cart.gates());
    }
  }

  private Playing cart(TripSetup setup) throws IOException {
    return scenario.till().gates() > 0 || !scenario.systemFaults().isEmpty()
        ? new CartAndGates(scenario, scenery, setup, CHANCE)
        : new HeartAlone(setup.core(), scenery.devices().sensors());
  }

  private List<Input> inputs(Playing cart, long now) throws IOException {
    List<Input> inputs = new ArrayList<>();
    if (now == CartLoop.TICK_NANOS && !scenario.startsItself()) {
      inputs.add(new Input.Start("trip-1", scenario.cart().holding(), false));
    }
    for (Event event : scenario.events()) {
      if (event.nanos() >= now - CartLoop.TICK_NANOS && event.nanos() < now) {
        happen(cart, event, inputs);
      }
    }
    return inputs;
  }

  private static void happen(Playing cart, Event event, List<Input> inputs) throws IOException {
    switch (event) {
      case Event.Done done -> inputs.add(done.input());
      case Event.Roamed roamed -> cart.roam(roamed.gate());
      case Event.PhoneAsks phone -> cart.phone(phone.name(), phone.forCart());
      case Event.PhoneShown phone when phone.elsewhere() -> cart.takenElsewhere(phone.name());
      case Event.PhoneShown phone -> inputs.add(new Input.CodeShown(cart.shown(phone.name())));
      case Event.Seen _, Event.Loaded _, Event.Moved _, Event.Aired _, Event.Failed _ -> {}
    }
  }
}
