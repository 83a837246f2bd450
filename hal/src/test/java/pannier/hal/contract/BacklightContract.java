package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import pannier.hal.Backlight;

/** What all backlights must do. */
public abstract class BacklightContract extends DeviceContract<Backlight> {
  @Test
  public void shinesWithinItsRangeAndIgnoresItOnceClosed() throws Exception {
    Backlight light = open();
    light.shine(0);
    light.shine(1);
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> light.shine(wrong));
    }
    light.close();
    light.shine(0.5);
  }
}
