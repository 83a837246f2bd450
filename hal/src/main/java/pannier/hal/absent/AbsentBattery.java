package pannier.hal.absent;

import java.util.List;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;

/**
 * A battery gauge that is not there: it never reports.
 *
 * @param reason one line for staff
 */
public record AbsentBattery(String reason) implements Battery {
  @Override
  public List<BatteryReading> drain() {
    return List.of();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
