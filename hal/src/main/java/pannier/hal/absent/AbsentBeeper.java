package pannier.hal.absent;

import java.time.Duration;
import pannier.hal.Beeper;
import pannier.hal.Connection;

/**
 * A beeper that is not there: it ignores what it is told, but refuses what no beeper can do.
 *
 * @param reason one line for staff
 */
public record AbsentBeeper(String reason) implements Beeper {
  @Override
  public void sound(int hertz, Duration length) {
    Beeper.requireAudible(hertz, length);
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
