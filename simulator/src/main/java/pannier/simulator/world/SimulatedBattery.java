package pannier.simulator.world;

import java.util.List;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;
import pannier.simulator.device.WaitingReadings;

/** A lithium battery that a cart empties in ten hours. */
public final class SimulatedBattery implements Battery {
  private static final long PERIOD_NANOS = 10_000_000_000L;
  private static final double LIFE_SECONDS = 36_000;
  private static final double EMPTY_VOLTS = 3.3;
  private static final double FULL_VOLTS = 4.15;

  private final double startFraction;
  private final WaitingReadings<BatteryReading> waiting = new WaitingReadings<>();
  private long nextNanos;

  /**
   * @param startFraction charge at the beginning, 0 to 1
   */
  SimulatedBattery(double startFraction) {
    this.startFraction = startFraction;
  }

  void advanceTo(long nanos) {
    while (!waiting.closed() && nextNanos <= nanos) {
      double charge = Math.max(0, startFraction - nextNanos * 1e-9 / LIFE_SECONDS);
      double volts = EMPTY_VOLTS + (FULL_VOLTS - EMPTY_VOLTS) * charge;
      waiting.add(new BatteryReading(nextNanos, charge, volts));
      nextNanos += PERIOD_NANOS;
    }
  }

  @Override
  public List<BatteryReading> drain() {
    return waiting.drain();
  }

  @Override
  public Connection connection() {
    return waiting.connection();
  }

  @Override
  public void close() {
    waiting.close();
  }
}
