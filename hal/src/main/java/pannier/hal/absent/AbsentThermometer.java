package pannier.hal.absent;

import java.util.List;
import pannier.hal.Connection;
import pannier.hal.TemperatureReading;
import pannier.hal.Thermometer;

/**
 * One that is not there: it never reports.
 *
 * @param reason one line for staff
 */
public record AbsentThermometer(String reason) implements Thermometer {
  @Override
  public List<TemperatureReading> drain() {
    return List.of();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
