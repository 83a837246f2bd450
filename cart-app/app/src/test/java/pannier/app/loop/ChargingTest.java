package pannier.app.loop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a gauge's charge says about the charger. */
class ChargingTest {
  private final Charging charging = new Charging();

  private boolean after(double... charges) {
    for (double charge : charges) {
      charging.hear(charge);
    }
    return charging.fills();
  }

  @Test
  void chargeThatOnlyWaversSaysNothing() {
    assertFalse(after(0.52, 0.525, 0.52, 0.524));
  }

  @Test
  void fillsFromAWholePercentUpUntilAWholePercentDown() {
    assertTrue(after(0.52, 0.515, 0.526));
    assertTrue(after(0.6, 0.595));
    assertFalse(after(0.589));
    assertFalse(after(0.58, 0.585));
    assertTrue(after(0.592));
  }

  @Test
  void fullBatteryOnItsChargerIsChargedToo() {
    assertTrue(after(0.99, 0.985));
    assertFalse(after(0.97));
  }
}
