package pannier.hal.absent;

import java.util.List;
import pannier.hal.Connection;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;

/**
 * Load cells that are not there: they never report.
 *
 * @param reason one line for staff
 */
public record AbsentLoadCells(String reason) implements LoadCells {
  @Override
  public List<LoadReading> drain() {
    return List.of();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
