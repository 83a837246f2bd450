package pannier.app.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pannier.app.devices.DeviceSettings.Converters;
import pannier.hal.i2c.Lis3dh;
import pannier.hal.i2c.Max17048;
import pannier.hal.i2c.Tca9548a;
import pannier.hal.pi4j.Pi4jBoard;

/** What the pages tell the builder is what the default configuration and the drivers say. */
class HardwareDocsTest {
  private static final Path DOCS = docs();

  @Test
  void pinsOfTheWiringAreThoseOfTheConfiguration() throws IOException {
    DeviceSettings settings = DeviceSettingsFile.read(DOCS.resolve("cart.json"));
    Pi4jBoard.LampPins lamp = settings.panel().lamp().orElseThrow();
    assertEquals(lamp.red(), pin("lamp", "red"));
    assertEquals(lamp.green(), pin("lamp", "green"));
    assertEquals(lamp.blue(), pin("lamp", "blue"));
    assertEquals(settings.panel().brakePin().orElseThrow(), pin("brake", "gate of the MOSFET"));
    int channel = settings.panel().beeper().orElseThrow().channel();
    assertEquals(18, pin("beeper", "PWM channel " + channel));
  }

  @Test
  void addressesAndChannelsAreThoseOfTheConfigurationAndTheDrivers() throws IOException {
    DeviceSettings settings = DeviceSettingsFile.read(DOCS.resolve("cart.json"));
    Converters.Nau7802 cells = (Converters.Nau7802) settings.scale().orElseThrow().converters();
    assertEquals(Tca9548a.ADDRESS, cells.address());
    assertEquals(Tca9548a.ADDRESS, address("TCA9548A"));
    assertEquals(settings.motion().orElseThrow().address(), address("LIS3DH"));
    assertEquals(Lis3dh.ADDRESS, address("LIS3DH"));
    assertEquals(Max17048.ADDRESS, address("MAX17048"));
    assertEquals(0x2A, address("NAU7802"));
    List<Integer> channels = new ArrayList<>();
    for (String corner : List.of("front left", "front right", "rear left", "rear right")) {
      channels.add(number("\\| %s \\| (\\d) \\|".formatted(corner)));
    }
    assertEquals(channels, cells.channels());
  }

  @Test
  void headerPlacesAreTheBoards() throws IOException {
    // Raspberry Pi's 40-pin header: BCM number by place.
    int[][] places = {{2, 3}, {3, 5}, {4, 7}, {17, 11}, {18, 12}, {27, 13}, {22, 15}, {23, 16}};
    for (int[] place : places) {
      assertTrue(wiring().contains("| %d | %d |".formatted(place[0], place[1])), "BCM " + place[0]);
    }
  }

  @Test
  void eachKeyOfTheDefaultConfigurationIsExplained() throws IOException {
    String explained = Files.readString(DOCS.resolve("configuration.md"));
    for (String key :
        List.of(
            "scale.nau7802.bus",
            "scale.nau7802.channels",
            "scale.iio.folders",
            "scale.basket_g",
            "scale.cell_g",
            "scale.most_g",
            "scale.tilt_error_degrees",
            "scale.thermometer",
            "motion.bus",
            "motion.level",
            "battery.bus",
            "lamp.red",
            "lamp.active_low",
            "beeper.chip",
            "brake.pin",
            "backlight")) {
      assertTrue(explained.contains("`" + key), key);
    }
  }

  @Test
  void thePartsAddUp() throws IOException {
    int sum = 0;
    for (String line : Files.readAllLines(DOCS.resolve("parts.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 8 && cells[3].strip().matches("\\d+")) {
        int pieces = Integer.parseInt(cells[3].strip());
        int each = Integer.parseInt(cells[4].strip());
        assertEquals(pieces * each, Integer.parseInt(cells[5].strip()), line);
        sum += pieces * each;
      }
    }
    assertEquals(sum, number(Files.readString(DOCS.resolve("parts.md")), "\\*\\*(\\d+)\\*\\*"));
  }

  private static int pin(String device, String signal) throws IOException {
    return number("\\| %s \\| %s \\| (\\d+) \\|".formatted(device, signal));
  }

  private static int address(String chip) throws IOException {
    return number("\\| %s[^|]*\\| 0x(\\w\\w) \\|".formatted(chip));
  }

  private static int number(String pattern) throws IOException {
    return number(wiring(), pattern);
  }

  private static int number(String text, String pattern) {
    String found =
        Pattern.compile(pattern)
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + pattern));
    return Integer.parseInt(found, pattern.contains("0x") ? 16 : 10);
  }

  private static String wiring() throws IOException {
    return Files.readString(DOCS.resolve("wiring.md"));
  }

  private static Path docs() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path docs = at.resolve("hardware-docs");
      if (Files.isDirectory(docs)) {
        return docs;
      }
    }
    throw new AssertionError("no hardware-docs above " + Path.of("").toAbsolutePath());
  }
}
