package pannier.hal.iio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pannier.hal.polled.DeviceException;

/**
 * One converter's channel, read as a file: each read is a conversion, and waits for its end (Linux
 * Documentation/ABI/testing/sysfs-bus-iio, {@code in_voltageY_raw}).
 */
final class RawFile implements Conversions {
  private final Path file;

  RawFile(Path device) {
    this.file = device.resolve("in_voltage0_raw");
  }

  @Override
  public double next() throws DeviceException {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      throw DeviceException.of(String.valueOf(file.getParent()), e);
    }
  }

  @Override
  public void close() {}
}
