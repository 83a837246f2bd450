package pannier.hal.absent;

import java.util.List;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;

/**
 * A motion sensor that is not there: it never reports.
 *
 * @param reason one line for staff
 */
public record AbsentMotionSensor(String reason) implements MotionSensor {
  @Override
  public List<MotionReading> drain() {
    return List.of();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
