package pannier.simulator.scenario;

import java.util.Optional;
import pannier.domain.evidence.Sighting;
import pannier.domain.trip.Input;
import pannier.simulator.fault.Fault;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Climate;
import pannier.simulator.scale.Load;

/** Something that happens at an instant of a scenario. */
sealed interface Event {
  long nanos();

  /**
   * A camera saw something cross the rim.
   *
   * @param lateNanos until it reports
   */
  record Seen(long nanos, Sighting sighting, long lateNanos) implements Event {}

  /** Something presses on the scale. */
  record Loaded(long nanos, Load load) implements Event {}

  /** The cart itself moves. */
  record Moved(long nanos, Ride ride) implements Event {}

  /** The air changes. */
  record Aired(long nanos, Climate climate) implements Event {}

  /** Something goes wrong for a while. */
  record Failed(long nanos, Fault fault) implements Event {}

  /** Another gate is the nearest from now on. */
  record Roamed(long nanos, int gate) implements Event {}

  /**
   * A shopper's phone asks the gate's page for a code.
   *
   * @param name by which the script calls the code
   * @param forCart the only cart that may take it; empty: whichever sees it first
   */
  record PhoneAsks(long nanos, String name, Optional<String> forCart) implements Event {}

  /**
   * The phone is held before a camera.
   *
   * @param elsewhere before another cart's
   */
  record PhoneShown(long nanos, String name, boolean elsewhere) implements Event {}

  /** A person or the gate does something. */
  record Done(long nanos, Input input) implements Event {}
}
