package pannier.hal.absent;

import pannier.hal.Brake;
import pannier.hal.Connection;

/**
 * One that is not there.
 *
 * @param reason one line for staff
 */
public record AbsentBrake(String reason) implements Brake {
  @Override
  public void hold(boolean held) {}

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
