package pannier.hal.iio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;
import pannier.hal.contract.LoadConvertersContract;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.PollSchedule;

/** Files laid out as the kernel's, without a kernel: what a driver would convert stands in them. */
class IioConvertersTest extends LoadConvertersContract {
  private static final long CONVERSION_NANOS = 12_500_000L;

  @TempDir Path folder;
  private final List<PollSchedule> threads = new ArrayList<>();
  private long nowNanos;

  @Override
  protected LoadConverters open() throws IOException {
    return raw();
  }

  private IioConverters raw() throws IOException {
    List<Path> devices = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path device = Files.createDirectories(folder.resolve("iio:device" + i));
      Files.writeString(device.resolve("in_voltage0_raw"), "%d\n".formatted(8_388_608 + i));
      devices.add(device);
    }
    IioConverters cells = IioConverters.raw(devices, () -> nowNanos);
    threads.clear();
    cells.converters().forEach(one -> threads.add(new PollSchedule(() -> nowNanos, List.of(one))));
    return cells;
  }

  @Override
  protected boolean present() {
    return true;
  }

  @Override
  protected void letPass(Duration time) {
    long until = nowNanos + time.toNanos();
    while (nowNanos < until) {
      nowNanos = Math.min(until, nowNanos + CONVERSION_NANOS);
      threads.forEach(PollSchedule::run);
    }
  }

  @Override
  protected long cartNanos() {
    return nowNanos;
  }

  @Test
  void aConverterThatVanishesIsNotANumberAndComesBack() throws IOException {
    IioConverters cells = raw();
    letPass(Duration.ofMillis(100));
    Path file = folder.resolve("iio:device1/in_voltage0_raw");
    Files.delete(file);
    letPass(Duration.ofMillis(100));
    CountReading without = cells.drain().getLast();
    assertTrue(Double.isNaN(without.frontRightCounts()));
    assertEquals(8_388_608, without.frontLeftCounts());
    Files.writeString(file, "-5\n");
    letPass(Duration.ofMillis(400));
    assertEquals(-5, cells.drain().getLast().frontRightCounts());
  }

  @Test
  void allGoneIsAbsent() throws IOException {
    IioConverters cells = raw();
    letPass(Duration.ofMillis(100));
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve("iio:device" + i).resolve("in_voltage0_raw"), "no number");
    }
    letPass(Duration.ofMillis(100));
    assertInstanceOf(Connection.Absent.class, cells.connection());
  }

  @Test
  void aBufferIsSetUpAndItsScansAreRead() throws Exception {
    Path device = Files.createDirectories(folder.resolve("iio:device0"));
    for (String inside : List.of("buffer", "trigger", "scan_elements")) {
      Files.createDirectories(device.resolve(inside));
    }
    Files.writeString(device.resolve("scan_elements/in_voltage0_type"), "le:u24/32>>0\n");
    Files.writeString(device.resolve("scan_elements/in_timestamp_en"), "1");
    Path node = folder.resolve("node");
    ByteBuffer scans = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(node, scans.putInt(8_388_700).putInt(123).array());
    TriggeredBuffer buffer = new TriggeredBuffer(device, node, "cells");
    assertEquals(8_388_700, buffer.next());
    assertEquals(123, buffer.next());
    assertEquals("1", Files.readString(device.resolve("buffer/enable")));
    assertEquals("cells", Files.readString(device.resolve("trigger/current_trigger")));
    assertEquals("1", Files.readString(device.resolve("scan_elements/in_voltage0_en")));
    assertEquals("0", Files.readString(device.resolve("scan_elements/in_timestamp_en")));
    assertThrows(DeviceException.class, buffer::next, "the device is gone");
    assertEquals("0", Files.readString(device.resolve("buffer/enable")));
    assertEquals(8_388_700, buffer.next(), "opened anew");
    buffer.close();
  }

  @Test
  void scanTypesAreReadAsTheKernelWritesThem() throws Exception {
    ScanType signed = ScanType.of("be:s24/32>>8");
    assertEquals(-2, signed.value(new byte[] {-1, -1, -2, 7}, 0));
    ScanType unsigned = ScanType.of("le:u24/32>>0\n");
    assertEquals(0xFFFFFE, unsigned.value(new byte[] {-2, -1, -1, 0}, 0));
    assertThrows(DeviceException.class, () -> ScanType.of("be:s24"));
  }
}
