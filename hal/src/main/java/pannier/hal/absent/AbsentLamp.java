package pannier.hal.absent;

import pannier.hal.Connection;
import pannier.hal.Lamp;

/**
 * A lamp that is not there: it ignores what it is told.
 *
 * @param reason one line for staff
 */
public record AbsentLamp(String reason) implements Lamp {
  @Override
  public void show(Colour colour) {}

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
