package pannier.simulator.desk;

import java.util.function.Consumer;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Spot;
import pannier.simulator.world.SimulatedWorld;

/** What people and floors do to a cart for a few seconds. */
enum Disturbance {
  LEAN("somebody leans on the rim, 3 kg for 4 s"),
  LIFT("somebody lifts the basket: four fifths of what lies in it, for 4 s"),
  PRESS("a hand presses on the floor, 600 g for 2 s"),
  ROLL("the cart rolls over tiles at 1 m/s for 6 s"),
  COBBLES("the cart rolls over cobbles at 0.8 m/s for 4 s"),
  KERB("a wheel goes over a kerb"),
  RAMP("the cart stands on a ramp of 5° for 6 s");

  private static final long SECOND = 1_000_000_000L;
  private static final long LEAD = SECOND / 5;
  private static final Spot RIM = new Spot(0.5, 1.1);

  private final String words;

  Disturbance(String words) {
    this.words = words;
  }

  String inWords() {
    return words;
  }

  /** From a moment after the world's now on. */
  Consumer<SimulatedWorld> at(SimulatedWorld now) {
    long from = now.nowNanos() + LEAD;
    return switch (this) {
      case LEAN -> world -> world.lean(RIM, 3000, from, from + 4 * SECOND);
      case LIFT ->
          world ->
              world.lean(
                  Spot.CENTRE, -0.8 * Math.max(200, world.contentGrams()), from, from + 4 * SECOND);
      case PRESS -> world -> world.lean(Spot.CENTRE, 600, from, from + 2 * SECOND);
      case ROLL -> world -> world.move(new Ride.Rolling(from, from + 6 * SECOND, Floor.TILES, 1));
      case COBBLES ->
          world -> world.move(new Ride.Rolling(from, from + 4 * SECOND, Floor.COBBLES, 0.8));
      case KERB -> world -> world.move(new Ride.Kerb(from));
      case RAMP -> world -> world.move(new Ride.Ramp(from, from + 6 * SECOND, 5));
    };
  }
}
