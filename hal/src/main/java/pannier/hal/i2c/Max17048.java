package pannier.hal.i2c;

import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.Polled;
import pannier.hal.polled.Reports;

/** The MAX17048 gauge of one lithium cell (Maxim 19-6171; its "Register Summary"). */
public final class Max17048 implements Battery, Polled {
  public static final int ADDRESS = 0x36;

  private static final int VCELL = 0x02;
  private static final int SOC = 0x04;
  private static final int VERSION = 0x08;

  /** VERSION is 0x001n, n the production version. */
  private static final int IS_VERSION = 0x0010;

  private static final double VOLTS_PER_COUNT = 78.125e-6;
  private static final double FRACTION_PER_COUNT = 1.0 / 25_600;

  /** It measures four times a second while it is not hibernating. */
  private static final long PERIOD_NANOS = 400_000_000L;

  private static final long RETRY_NANOS = 250_000_000L;
  private static final long SILENT_NANOS = 900_000_000L;

  private final Registers registers;
  private final Reports<BatteryReading> reports;
  private boolean known;

  public Max17048(I2cBus bus, LongSupplier cartNanos) {
    this.registers = new Registers(bus, ADDRESS);
    this.reports = new Reports<>(cartNanos, SILENT_NANOS);
  }

  @Override
  public long poll(long nowNanos) throws DeviceException {
    if (reports.closed()) {
      return Long.MAX_VALUE;
    }
    if (!known) {
      int version = registers.readWord(VERSION);
      if ((version & 0xFFF0) != IS_VERSION) {
        throw new DeviceException(
            "says version 0x%04x, not a MAX17048 (0x001n)".formatted(version));
      }
      known = true;
    }
    double volts = registers.readWord(VCELL) * VOLTS_PER_COUNT;
    double charge = Math.clamp(registers.readWord(SOC) * FRACTION_PER_COUNT, 0, 1);
    reports.add(new BatteryReading(nowNanos, charge, volts));
    return nowNanos + PERIOD_NANOS;
  }

  @Override
  public long lost(DeviceException why, long nowNanos) {
    known = false;
    reports.lost("battery gauge: " + why.getMessage());
    return nowNanos + RETRY_NANOS;
  }

  @Override
  public List<BatteryReading> drain() {
    return reports.drain();
  }

  @Override
  public Connection connection() {
    return reports.connection();
  }

  @Override
  public void close() {
    reports.close();
  }
}
