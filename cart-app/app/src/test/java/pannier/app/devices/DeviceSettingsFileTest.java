package pannier.app.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.app.BadInputException;
import pannier.hal.pi4j.Pi4jBoard;

class DeviceSettingsFileTest {
  @TempDir Path folder;

  @Test
  void nothingFittedIsNothingMissed() throws IOException {
    assertEquals(DeviceSettings.NONE, read("{}"));
  }

  @Test
  void aCartWithEverythingIsRead() throws IOException {
    DeviceSettings settings =
        read(
            """
            {"scale": {"nau7802": {"bus": 1, "channels": [0, 1, 2, 3]}, "most_g": 40000},
             "motion": {"bus": 1, "level": [0, 0, -1000]},
             "battery": {"bus": 1},
             "lamp": {"red": 17, "green": 27, "blue": 22, "active_low": true},
             "beeper": {"chip": 0, "channel": 2},
             "brake": {"pin": 23},
             "backlight": "/sys/class/backlight/10-0045"}
            """);
    DeviceSettings.Scale scale = settings.scale().orElseThrow();
    assertEquals(
        new DeviceSettings.Converters.Nau7802(1, 0x70, List.of(0, 1, 2, 3)), scale.converters());
    assertEquals(40_000, scale.platform().mostGrams());
    assertEquals(
        Optional.of(new DeviceSettings.Motion(1, 0x18, List.of(0.0, 0.0, -1000.0))),
        settings.motion());
    assertEquals(Optional.of(new Pi4jBoard.LampPins(17, 27, 22, true)), settings.panel().lamp());
    assertEquals(Optional.of(23), settings.panel().brakePin());
  }

  @Test
  void kernelsConvertersAreFolders() throws IOException {
    DeviceSettings settings =
        read(
            """
            {"scale": {"iio": {"folders": ["a", "b", "c", "d"], "triggers": ["a", "a", "b", "b"]}}}
            """);
    DeviceSettings.Converters.Iio iio =
        (DeviceSettings.Converters.Iio) settings.scale().orElseThrow().converters();
    assertEquals(folder.toAbsolutePath().resolve("a"), iio.folders().getFirst());
    assertEquals(List.of("a", "a", "b", "b"), iio.triggers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"scale\":{}} | scale: found {}, wanted either nau7802 or iio",
        "{\"scale\":{\"nau7802\":{\"bus\":1,\"channels\":[0,1,2]}}} | scale.nau7802.channels: found [0,1,2], wanted four channels",
        "{\"scale\":{\"nau7802\":{\"bus\":1,\"channels\":[0,1,2,8]}}} | scale.nau7802.channels[3]: found 8, wanted a whole number from 0 to 7",
        "{\"scale\":{\"nau7802\":{\"channels\":[0,1,2,3]}}} | scale.nau7802.bus: found no such key",
        "{\"scale\":{\"nau7802\":{\"bus\":1,\"channels\":[0,1,2,3]},\"cell_g\":5000}} | wanted cells that bear basket_g and most_g together",
        "{\"scale\":{\"iio\":{\"folders\":[\"a\",\"a\",\"b\",\"c\"]}}} | scale.iio.folders: found [\"a\",\"a\",\"b\",\"c\"], wanted four folders",
        "{\"scale\":{\"iio\":{\"folders\":[\"a\",\"b\",\"c\",\"d\"],\"triggers\":[\"t\",\"t\",\"t\",\"u\"]}}} | scale.iio.triggers: found [\"t\",\"t\",\"t\",\"u\"], wanted four names of triggers, none more than twice",
        "{\"motion\":{\"bus\":1,\"level\":[0,0,0]}} | motion.level: found [0,0,0], wanted three numbers",
        "{\"lamp\":{\"red\":17,\"green\":27,\"blue\":28}} | lamp.blue: found 28, wanted a whole number from 2 to 27",
        "{\"lamp\":{\"red\":2,\"green\":27,\"blue\":22}} | lamp.red: found 2, wanted a pin that is not SDA",
        "{\"lamp\":{\"red\":17,\"green\":27,\"blue\":22},\"brake\":{\"pin\":27}} | brake.pin: found 27, wanted a pin that lamp.green does not have",
        "{\"lamp\":{\"red\":17,\"green\":27,\"blue\":22,\"active_low\":1}} | lamp.active_low: found 1, wanted true or false",
        "{\"beeper\":{\"chip\":0}} | beeper.channel: found no such key",
        "{\"battery\":{\"bus\":\"one\"}} | battery.bus: found \"one\", wanted a whole number"
      })
  void whatIsWrongIsNamed(String json, String complaint) {
    BadInputException bad = assertThrows(BadInputException.class, () -> read(json));
    String message = String.valueOf(bad.getMessage());
    assertTrue(message.contains("cart.json: ") && message.contains(complaint.strip()), message);
  }

  private DeviceSettings read(String json) throws IOException {
    return DeviceSettingsFile.read(Files.writeString(folder.resolve("cart.json"), json));
  }
}
