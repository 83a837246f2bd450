package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.hal.Device;

/**
 * What all devices that report readings must do. The device opened must have something to report
 * within a second, if it is there.
 *
 * @param <D> the interface whose contract it is
 * @param <R> its readings
 */
public abstract class ReportingContract<D extends Device, R> extends DeviceContract<D> {
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int TICKS = 50;

  /** The device's own {@code drain}. */
  protected abstract List<R> drain(D device);

  /** When the reading was taken, on the cart's clock. */
  protected abstract long timestampNanos(R reading);

  /** Fails if the reading holds what its record does not allow. */
  protected abstract void requirePossible(R reading);

  /** The cart's clock, as the device sees it. */
  protected abstract long cartNanos();

  @Test
  public void timesNeverGoBackNorAhead() throws Exception {
    try (D device = open()) {
      long last = Long.MIN_VALUE;
      for (int tick = 0; tick < TICKS; tick++) {
        letPass(TICK);
        for (R reading : drain(device)) {
          assertTrue(timestampNanos(reading) >= last, "went back to " + reading);
          assertTrue(timestampNanos(reading) <= cartNanos(), "not taken yet: " + reading);
          last = timestampNanos(reading);
        }
      }
    }
  }

  @Test
  public void readingsAreGivenOnce() throws Exception {
    try (D device = open()) {
      List<R> all = drainForASecond(device);
      assertEquals(present(), !all.isEmpty(), "readings of a second: " + all);
      assertEquals(all.size(), new HashSet<>(all).size(), "given twice: " + all);
      assertTrue(Collections.disjoint(all, drain(device)), "given again");
      all.forEach(this::requirePossible);
    }
  }

  @Test
  public void closedDeviceReportsNothing() throws Exception {
    D device = open();
    letPass(TICK);
    device.close();
    letPass(TICK);
    assertEquals(List.of(), drain(device));
  }

  private List<R> drainForASecond(D device) throws Exception {
    List<R> all = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      letPass(TICK);
      all.addAll(drain(device));
    }
    return all;
  }
}
