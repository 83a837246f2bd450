package pannier.hal.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.Backlight;
import pannier.hal.Connection;
import pannier.hal.Thermometer;
import pannier.hal.contract.BacklightContract;
import pannier.hal.contract.ThermometerContract;
import pannier.hal.polled.PollSchedule;

class SysfsDevicesTest {
  @TempDir Path folder;

  private Path screen() throws IOException {
    Files.writeString(folder.resolve("max_brightness"), "31\n");
    return folder;
  }

  @Nested
  class AsBacklight extends BacklightContract {
    @Override
    protected Backlight open() throws IOException {
      return new SysfsBacklight(screen());
    }

    @Override
    protected boolean present() {
      return true;
    }
  }

  @Nested
  class AsThermometer extends ThermometerContract {
    private long nowNanos;
    private PollSchedule schedule = new PollSchedule(() -> nowNanos, List.of());

    @Override
    protected Thermometer open() throws IOException {
      Files.writeString(folder.resolve("temperature"), "-3250\n");
      SysfsThermometer thermometer =
          new SysfsThermometer(folder.resolve("temperature"), () -> nowNanos);
      schedule = new PollSchedule(() -> nowNanos, List.of(thermometer));
      return thermometer;
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      nowNanos += time.toNanos();
      schedule.run();
    }

    @Override
    protected long cartNanos() {
      return nowNanos;
    }

    @Test
    void thousandthsOfADegreeAreDegrees() throws IOException {
      try (Thermometer thermometer = open()) {
        letPass(Duration.ofMillis(20));
        assertEquals(-3.25, thermometer.drain().getLast().celsius());
      }
    }

    @Test
    void oneThatVanishesIsAbsentAndReturns() throws IOException {
      try (Thermometer thermometer = open()) {
        letPass(Duration.ofMillis(20));
        Files.delete(folder.resolve("temperature"));
        for (int i = 0; i < 6; i++) {
          letPass(Duration.ofSeconds(1));
        }
        assertInstanceOf(Connection.Absent.class, thermometer.connection());
        Files.writeString(folder.resolve("temperature"), "21000");
        letPass(Duration.ofSeconds(1));
        assertInstanceOf(Connection.Connected.class, thermometer.connection());
      }
    }
  }

  @Test
  void aFractionIsOfTheBrightestThatTheKernelAllows() throws IOException {
    try (SysfsBacklight light = new SysfsBacklight(screen())) {
      assertEquals("31", Files.readString(folder.resolve("brightness")));
      light.shine(0.3);
      assertEquals("9", Files.readString(folder.resolve("brightness")));
    }
  }

  @Test
  void aScreenThatComesBackShines() throws IOException {
    try (SysfsBacklight light = new SysfsBacklight(folder.resolve("none"))) {
      assertInstanceOf(Connection.Absent.class, light.connection());
      Files.createDirectories(folder.resolve("none"));
      Files.writeString(folder.resolve("none/max_brightness"), "255");
      light.shine(1);
      assertInstanceOf(Connection.Connected.class, light.connection());
    }
  }
}
