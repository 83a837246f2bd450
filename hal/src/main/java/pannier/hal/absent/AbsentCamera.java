package pannier.hal.absent;

import java.util.Optional;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;

/**
 * A camera that is not there: it never has a frame.
 *
 * @param reason one line for staff
 */
public record AbsentCamera(String reason) implements Camera {
  @Override
  public Optional<Frame> poll() {
    return Optional.empty();
  }

  @Override
  public Connection connection() {
    return new Connection.Absent(reason);
  }

  @Override
  public void close() {}
}
