package pannier.hal.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import pannier.hal.Beeper;
import pannier.hal.Connection;
import pannier.hal.TemperatureReading;
import pannier.hal.pi4j.Pi4jBoard;
import pannier.hal.polled.DeviceException;
import pannier.hal.sysfs.SysfsBacklight;
import pannier.hal.sysfs.SysfsThermometer;

/**
 * What the kernel offers as files: PWM, a backlight, a thermometer. Of PWM the kernel's own word is
 * all there is: the emulator has no such block behind its driver.
 */
final class FilesProof {
  private static final Path CHANNEL = Path.of("/sys/class/pwm/pwmchip0/pwm0");
  private static final Path LIGHT = Path.of("/sys/class/backlight/light");
  private static final Path THERMOMETER = Path.of("/sys/class/hwmon/hwmon0/temp1_input");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What the emulator's command line gave the TMP105, whose steps are 1/16 °C. */
  private static final double CELSIUS = 21.5;

  private final Seen seen;

  FilesProof(Seen seen) {
    this.seen = seen;
  }

  void prove(Pi4jBoard board) throws IOException, InterruptedException {
    beeper(board);
    backlight();
    thermometer();
  }

  private void beeper(Pi4jBoard board) throws InterruptedException {
    Beeper beeper = board.beeper(0, 0);
    seen.see("beeper opens", opened(beeper.connection()), beeper.connection().toString());
    beeper.sound(2000, Beeper.LONGEST);
    String sounding = channel();
    seen.see(
        "beeper sounds 2 kHz, half of it on (ns)", sounding.equals("500000 250000 1"), sounding);
    Optional<String> silent = Seen.within(LIMIT, () -> channel().endsWith(" 0") ? channel() : null);
    seen.see("beeper falls silent by itself", silent.isPresent(), channel());
    beeper.close();
  }

  private static String channel() {
    return number("period") + " " + number("duty_cycle") + " " + number("enable");
  }

  private static String number(String file) {
    try {
      return Files.readString(CHANNEL.resolve(file)).strip();
    } catch (IOException e) {
      return "none";
    }
  }

  private void backlight() throws IOException {
    SysfsBacklight light = new SysfsBacklight(LIGHT);
    seen.see("backlight opens", opened(light.connection()), light.connection().toString());
    light.shine(0);
    String dark = Files.readString(LIGHT.resolve("actual_brightness")).strip();
    boolean low = !Pins.high(26);
    light.shine(1);
    String bright = Files.readString(LIGHT.resolve("actual_brightness")).strip();
    seen.see(
        "backlight dark, then bright (pin 26)",
        dark.equals("0") && low && bright.equals("1") && Pins.high(26),
        dark + " " + bright + ", levels %08x".formatted(Pins.levels()));
    light.close();
  }

  private void thermometer() {
    SysfsThermometer thermometer = new SysfsThermometer(THERMOMETER, System::nanoTime);
    try {
      thermometer.poll(System.nanoTime());
      TemperatureReading reading = thermometer.drain().getLast();
      seen.see(
          "thermometer 21.5 °C", Math.abs(reading.celsius() - CELSIUS) < 0.07, reading.toString());
    } catch (DeviceException e) {
      seen.see("thermometer 21.5 °C", false, String.valueOf(e.getMessage()));
    }
    thermometer.close();
  }

  private static boolean opened(Connection connection) {
    return connection instanceof Connection.Connected;
  }
}
