package pannier.simulator.ride;

import java.util.ArrayList;
import java.util.List;

/** All that moves the cart, past and planned. */
public final class Journey {
  private final List<Ride> rides = new ArrayList<>();

  public void add(Ride ride) {
    rides.add(ride);
  }

  /** Upward acceleration beside gravity. */
  public double verticalMps2(long nanos) {
    double sum = 0;
    for (Ride ride : rides) {
      if (nanos >= ride.fromNanos() && nanos < ride.untilNanos()) {
        sum += ride.verticalMps2(nanos);
      }
    }
    return sum;
  }

  public double tiltDegrees(long nanos) {
    double sum = 0;
    for (Ride ride : rides) {
      if (nanos >= ride.fromNanos() && nanos < ride.untilNanos()) {
        sum += ride.tiltDegrees(nanos);
      }
    }
    return sum;
  }

  /** Forgets what is over by then. */
  public void forgetBefore(long nanos) {
    rides.removeIf(ride -> ride.untilNanos() < nanos);
  }
}
