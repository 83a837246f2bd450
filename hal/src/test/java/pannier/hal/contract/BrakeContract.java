package pannier.hal.contract;

import org.junit.jupiter.api.Test;
import pannier.hal.Brake;

/** What all brakes must do. */
public abstract class BrakeContract extends DeviceContract<Brake> {
  @Test
  public void holdsLetsGoAndIgnoresBothOnceClosed() throws Exception {
    Brake brake = open();
    brake.hold(true);
    brake.hold(true);
    brake.hold(false);
    brake.close();
    brake.hold(true);
  }
}
