package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import pannier.hal.TemperatureReading;
import pannier.hal.Thermometer;

/** What all thermometers must do. */
public abstract class ThermometerContract
    extends ReportingContract<Thermometer, TemperatureReading> {
  @Override
  protected List<TemperatureReading> drain(Thermometer device) {
    return device.drain();
  }

  @Override
  protected long timestampNanos(TemperatureReading reading) {
    return reading.timestampNanos();
  }

  @Override
  protected void requirePossible(TemperatureReading reading) {
    assertTrue(reading.celsius() >= -55 && reading.celsius() <= 125, () -> "" + reading);
  }
}
