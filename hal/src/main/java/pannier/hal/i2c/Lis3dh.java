package pannier.hal.i2c;

import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.Polled;
import pannier.hal.polled.Reports;

/**
 * The LIS3DH accelerometer (ST DocID17530; registers in its section 8), 50 samples a second, ±2 g,
 * high resolution.
 */
public final class Lis3dh implements MotionSensor, Polled {
  /** With its pin SA0 low (section 6.1.1); 0x19 with it high. */
  public static final int ADDRESS = 0x18;

  private static final int WHO_AM_I = 0x0F;
  private static final int I_AM = 0x33;
  private static final int CTRL_REG1 = 0x20;
  private static final int CTRL_REG4 = 0x23;
  private static final int STATUS_REG = 0x27;
  private static final int OUT_X_L = 0x28;

  /** Section 6.1.1: the top bit of the register's address makes it count up. */
  private static final int COUNT_UP = 0x80;

  /** CTRL_REG1: 50 Hz, all three axes, not low power. */
  private static final int RATE_50_XYZ = 0x47;

  /** CTRL_REG4: a sample is not changed while it is read; ±2 g; high resolution. */
  private static final int WHOLE_2_G_FINE = 0x88;

  /** STATUS_REG: all axes have something new. */
  private static final int ZYXDA = 0x08;

  /** Table 4: 1 mg a digit at ±2 g in high resolution, which is 12 bits, left-justified. */
  private static final double MPS2_PER_COUNT = 0.001 * 9.80665 / 16;

  /** After being switched on it needs 7 samples in high resolution (table 12). */
  private static final int UNSETTLED_SAMPLES = 7;

  private static final long PERIOD_NANOS = 10_000_000L;
  private static final long RETRY_NANOS = 250_000_000L;
  private static final long STALLED_NANOS = 300_000_000L;
  private static final long SILENT_NANOS = 800_000_000L;

  private final Registers registers;
  private final double[] level;
  private final Reports<MotionReading> reports;
  private Gravity gravity;
  private boolean running;
  private int skip;
  private long lastNanos;

  /**
   * @param level what it feels while the cart stands level, any unit: how it is mounted
   */
  public Lis3dh(I2cBus bus, int address, double[] level, LongSupplier cartNanos) {
    this.registers = new Registers(bus, address);
    this.level = level.clone();
    this.gravity = new Gravity(level);
    this.reports = new Reports<>(cartNanos, SILENT_NANOS);
  }

  @Override
  public long poll(long nowNanos) throws DeviceException {
    if (reports.closed()) {
      return Long.MAX_VALUE;
    }
    if (running) {
      look(nowNanos);
    } else {
      start(nowNanos);
    }
    return nowNanos + PERIOD_NANOS;
  }

  private void start(long nowNanos) throws DeviceException {
    int who = registers.read(WHO_AM_I);
    if (who != I_AM) {
      throw new DeviceException("says that it is 0x%02x, not a LIS3DH (0x33)".formatted(who));
    }
    registers.write(CTRL_REG4, WHOLE_2_G_FINE);
    registers.write(CTRL_REG1, RATE_50_XYZ);
    gravity = new Gravity(level);
    running = true;
    skip = UNSETTLED_SAMPLES;
    lastNanos = nowNanos;
  }

  private void look(long nowNanos) throws DeviceException {
    if ((registers.read(STATUS_REG) & ZYXDA) == 0) {
      if (nowNanos - lastNanos > STALLED_NANOS) {
        throw new DeviceException("has stopped measuring");
      }
      return;
    }
    byte[] bytes = registers.read(OUT_X_L | COUNT_UP, 6);
    double seconds = (nowNanos - lastNanos) * 1e-9;
    lastNanos = nowNanos;
    if (skip > 0) {
      skip--;
      return;
    }
    double[] felt = {mps2(bytes, 0), mps2(bytes, 2), mps2(bytes, 4)};
    gravity.feel(felt, seconds);
    reports.add(new MotionReading(nowNanos, gravity.tiltDegrees(), gravity.accelerationMps2(felt)));
  }

  private static double mps2(byte[] bytes, int at) {
    return (short) ((bytes[at + 1] << 8) | (bytes[at] & 0xFF)) * MPS2_PER_COUNT;
  }

  @Override
  public long lost(DeviceException why, long nowNanos) {
    running = false;
    reports.lost("motion sensor: " + why.getMessage());
    return nowNanos + RETRY_NANOS;
  }

  @Override
  public List<MotionReading> drain() {
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
