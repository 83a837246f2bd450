package pannier.hal.iio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pannier.hal.polled.DeviceException;

/**
 * One converter's channel through the kernel's buffer: a trigger of the kernel starts each
 * conversion on time, however busy this program is (Linux Documentation/iio/iio_devbuf.rst). The
 * HX711's driver has one; the NAU7802's has not.
 */
final class TriggeredBuffer implements Conversions {
  private final Path device;
  private final Path node;
  private final String trigger;
  private @Nullable InputStream scans;
  private ScanType type = new ScanType(false, false, 24, 32, 0);

  /**
   * @param device its folder in sysfs
   * @param node its character device
   * @param trigger the name of the kernel's trigger, such as that of an hrtimer
   */
  TriggeredBuffer(Path device, Path node, String trigger) {
    this.device = device;
    this.node = node;
    this.trigger = trigger;
  }

  @Override
  public double next() throws DeviceException {
    try {
      InputStream open = scans == null ? open() : scans;
      byte[] scan = open.readNBytes(type.storageBytes());
      if (scan.length < type.storageBytes()) {
        throw new IOException("its buffer has ended");
      }
      return type.value(scan, 0);
    } catch (IOException e) {
      close();
      throw e instanceof DeviceException known ? known : DeviceException.of(device.toString(), e);
    }
  }

  private InputStream open() throws IOException {
    put("buffer/enable", "0");
    put("trigger/current_trigger", trigger);
    put("scan_elements/in_voltage0_en", "1");
    for (String other : new String[] {"in_voltage1_en", "in_timestamp_en"}) {
      if (Files.exists(device.resolve("scan_elements").resolve(other))) {
        put("scan_elements/" + other, "0");
      }
    }
    type = ScanType.of(Files.readString(device.resolve("scan_elements/in_voltage0_type")));
    put("buffer/enable", "1");
    InputStream opened = Files.newInputStream(node);
    scans = opened;
    return opened;
  }

  private void put(String file, String text) throws IOException {
    Files.write(device.resolve(file), text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    InputStream open = scans;
    scans = null;
    if (open != null) {
      try {
        open.close();
        put("buffer/enable", "0");
      } catch (IOException e) {
        // It has vanished; there is nothing left to switch off.
        type = new ScanType(false, false, 24, 32, 0);
      }
    }
  }
}
