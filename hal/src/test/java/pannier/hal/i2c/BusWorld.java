package pannier.hal.i2c;

import java.time.Duration;
import java.util.List;
import pannier.hal.polled.PollSchedule;
import pannier.hal.polled.Polled;

/** A simulated bus with the devices that are polled on it, driven by stepped time. */
public final class BusWorld {
  private static final long STEP_NANOS = 1_000_000L;

  private final SimulatedBus bus = new SimulatedBus();
  private PollSchedule schedule = new PollSchedule(bus.clock(), List.of());

  public SimulatedBus bus() {
    return bus;
  }

  public void poll(Polled... devices) {
    schedule = new PollSchedule(bus.clock(), List.of(devices));
  }

  public long nanos() {
    return bus.clock().getAsLong();
  }

  public void pass(Duration time) {
    long until = nanos() + time.toNanos();
    while (nanos() < until) {
      schedule.run();
      bus.advanceTo(Math.min(until, nanos() + STEP_NANOS));
    }
  }
}
