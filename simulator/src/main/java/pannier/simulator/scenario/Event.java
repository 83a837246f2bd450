package pannier.simulator.scenario;

import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Sighting;
import pannier.domain.trip.Input;
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

  /** A camera cannot be trusted for a while. */
  record Faulty(long nanos, int camera, CameraState state, long untilNanos) implements Event {}

  /** The rear left cell gives no reading for a while. */
  record Dead(long nanos, long untilNanos) implements Event {}

  /** A person or the gate does something. */
  record Done(long nanos, Input input) implements Event {}
}
