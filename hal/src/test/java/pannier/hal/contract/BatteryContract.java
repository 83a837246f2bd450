package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;

/** What all battery gauges must do. */
public abstract class BatteryContract extends ReportingContract<Battery, BatteryReading> {
  @Override
  protected List<BatteryReading> drain(Battery device) {
    return device.drain();
  }

  @Override
  protected long timestampNanos(BatteryReading reading) {
    return reading.timestampNanos();
  }

  @Override
  protected void requirePossible(BatteryReading reading) {
    boolean charge = 0 <= reading.chargeFraction() && reading.chargeFraction() <= 1;
    boolean volts = 0 <= reading.volts() && Double.isFinite(reading.volts());
    assertTrue(charge && volts, () -> String.valueOf(reading));
  }
}
