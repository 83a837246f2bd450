package pannier.hal.absent;

import pannier.hal.Backlight;
import pannier.hal.Connection;

/**
 * One that is not there.
 *
 * @param reason one line for staff
 */
public record AbsentBacklight(String reason) implements Backlight {
  @Override
  public void shine(double fraction) {
    Backlight.requireFraction(fraction);
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
