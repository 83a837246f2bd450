package pannier.hal.absent;

import java.util.List;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;

/**
 * One that is not there: it never reports.
 *
 * @param reason one line for staff
 */
public record AbsentLoadConverters(String reason) implements LoadConverters {
  @Override
  public List<CountReading> drain() {
    return List.of();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
