package pannier.hal.sysfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Connection;
import pannier.hal.TemperatureReading;
import pannier.hal.Thermometer;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.Polled;
import pannier.hal.polled.Reports;

/**
 * A thermometer whose driver gives thousandths of a degree in a file, such as a DS18B20's {@code
 * /sys/bus/w1/devices/28-…/temperature} (Linux Documentation/w1/slaves/w1_therm.rst), which takes
 * 0.75 s to convert.
 */
public final class SysfsThermometer implements Thermometer, Polled {
  private static final long PERIOD_NANOS = 5_000_000_000L;
  private static final long RETRY_NANOS = 1_000_000_000L;
  private static final long SILENT_NANOS = 8_000_000_000L;

  private final Path file;
  private final Reports<TemperatureReading> reports;
  private long dueNanos = Long.MIN_VALUE;

  public SysfsThermometer(Path file, LongSupplier cartNanos) {
    this.file = file;
    this.reports = new Reports<>(cartNanos, SILENT_NANOS);
  }

  @Override
  public long poll(long nowNanos) throws DeviceException {
    if (reports.closed()) {
      return Long.MAX_VALUE;
    }
    if (nowNanos >= dueNanos) {
      dueNanos = nowNanos + PERIOD_NANOS;
      reports.add(new TemperatureReading(nowNanos, celsius()));
    }
    return dueNanos;
  }

  private double celsius() throws DeviceException {
    try {
      double celsius = Integer.parseInt(Files.readString(file).strip()) / 1000.0;
      if (celsius < -55 || celsius > 125) {
        throw new DeviceException("the thermometer says " + celsius + " °C");
      }
      return celsius;
    } catch (IOException | NumberFormatException e) {
      throw e instanceof DeviceException known ? known : DeviceException.of("the thermometer", e);
    }
  }

  @Override
  public long lost(DeviceException why, long nowNanos) {
    reports.lost(String.valueOf(why.getMessage()));
    dueNanos = Long.MIN_VALUE;
    return nowNanos + RETRY_NANOS;
  }

  @Override
  public List<TemperatureReading> drain() {
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
