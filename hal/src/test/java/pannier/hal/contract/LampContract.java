package pannier.hal.contract;

import org.junit.jupiter.api.Test;
import pannier.hal.Lamp;

/** What all lamps must do. */
public abstract class LampContract extends DeviceContract<Lamp> {
  @Test
  public void showsEveryColourAndIgnoresThemOnceClosed() throws Exception {
    Lamp lamp = open();
    for (Lamp.Colour colour : Lamp.Colour.values()) {
      lamp.show(colour);
      lamp.show(colour);
    }
    lamp.close();
    lamp.show(Lamp.Colour.RED);
  }
}
