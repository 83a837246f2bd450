package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import pannier.app.loop.VisionSource;
import pannier.domain.basket.Content;
import pannier.simulator.fault.Fault;
import pannier.simulator.machine.CartDevices;
import pannier.simulator.ride.Journey;
import pannier.simulator.scale.Converter;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.SimulatedLoadCells;
import pannier.simulator.scale.Spot;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedMotionSensor;

/** What a script says that happens to a cart, as its devices feel it. */
final class Scenery {
  private static final long LONG_AGO_NANOS = -3_600_000_000_000L;

  private final Journey journey = new Journey();
  private final SimulatedLoadCells cells;
  private final SimulatedMotionSensor motion;
  private final CartDevices devices;

  Scenery(Scenario scenario, Chance chance) {
    cells = new SimulatedLoadCells(Converter.HX711_10_KG, journey, chance.of("cells"));
    motion = new SimulatedMotionSensor(journey, chance.of("motion"));
    scenario.events().forEach(this::plan);
    cells.add(lies(scenario));
    List<VisionSource> vision = new ArrayList<>();
    for (int camera = 0; camera < scenario.cart().cameras(); camera++) {
      vision.add(new ScriptedVision(camera, scenario));
    }
    devices = new CartDevices(cells, motion, vision);
  }

  private void plan(Event event) {
    switch (event) {
      case Event.Loaded loaded -> cells.add(loaded.load());
      case Event.Moved moved -> journey.add(moved.ride());
      case Event.Aired aired -> cells.set(aired.climate());
      case Event.Failed failed -> plan(failed.fault());
      case Event.Seen _, Event.Roamed _, Event.PhoneAsks _, Event.PhoneShown _, Event.Done _ -> {}
    }
  }

  private void plan(Fault fault) {
    switch (fault) {
      case Fault.Scale scale -> cells.add(scale);
      case Fault.Motion shaken -> motion.add(shaken);
      case Fault.Camera _ -> {}
      case Fault.OfSystem _ -> {}
    }
  }

  private static Load lies(Scenario scenario) {
    double grams = scenario.cart().lyingGrams();
    for (Content content : scenario.cart().holding()) {
      grams +=
          content.pieces() * scenario.catalogue().get(content.product()).pieceMass().mean().grams();
    }
    return new Load.Step(
        Spot.CENTRE, grams, LONG_AGO_NANOS, LONG_AGO_NANOS, new Load.Ringing(0, 5, 0.1));
  }

  CartDevices devices() {
    return devices;
  }

  void advanceTo(long nanos) {
    cells.advanceTo(nanos);
    motion.advanceTo(nanos);
  }
}
