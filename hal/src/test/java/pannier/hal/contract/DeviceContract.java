package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pannier.hal.Connection;
import pannier.hal.Device;

/**
 * What all devices must do.
 *
 * @param <D> the interface whose contract it is
 */
public abstract class DeviceContract<D extends Device> {
  /** A new device, as its owner gets it. Each test opens one and closes it. */
  protected abstract D open() throws Exception;

  /** Whether {@link #open} gives a device that is there. */
  protected abstract boolean present();

  /** Lets time pass for the device: steps its clock, or waits. Does nothing unless overridden. */
  protected void letPass(Duration time) throws Exception {}

  @Test
  public void saysWhetherItIsThere() throws Exception {
    try (D device = open()) {
      letPass(Duration.ofMillis(20));
      assertEquals(present(), device.connection() instanceof Connection.Connected);
      requireReasonIfAbsent(device);
    }
  }

  @Test
  public void closedTwiceIsAbsentWithAReason() throws Exception {
    D device = open();
    device.close();
    device.close();
    assertInstanceOf(Connection.Absent.class, device.connection());
    requireReasonIfAbsent(device);
  }

  private void requireReasonIfAbsent(D device) {
    switch (device.connection()) {
      case Connection.Connected() -> {}
      case Connection.Absent(String reason) -> {
        assertFalse(reason.isBlank(), "a reason for staff");
        assertEquals(1, reason.lines().count(), reason);
      }
    }
  }
}
