package pannier.app.devices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pannier.app.BadInputException;
import pannier.app.devices.DeviceSettings.Buzzer;
import pannier.app.devices.DeviceSettings.Converters;
import pannier.app.devices.DeviceSettings.Motion;
import pannier.app.devices.DeviceSettings.Panel;
import pannier.app.devices.DeviceSettings.Scale;
import pannier.app.json.JsonPlace;
import pannier.domain.scale.ScaleConfig;
import pannier.hal.pi4j.Pi4jBoard;

/**
 * Reads the devices of a cart's settings: {@code scale}, {@code motion}, {@code battery}, {@code
 * lamp}, {@code beeper}, {@code brake} and {@code backlight}, all of which may be missing. {@code
 * hardware-docs/configuration.md} has each key with its range.
 */
public final class DeviceSettingsFile {
  private static final int CORNERS = 4;
  private static final int LAST_PIN = 27;
  private static final int FIRST_PIN = 2;

  /** SDA and SCL of bus 1, which no pin of ours may be. */
  private static final Set<Integer> I2C_PINS = Set.of(2, 3);

  private final Path folder;

  private DeviceSettingsFile(Path folder) {
    this.folder = folder;
  }

  /**
   * @param file the cart's settings; paths in it are relative to it
   * @throws BadInputException with the file, the key, what stands there and what would be right
   */
  public static DeviceSettings read(Path file) throws BadInputException {
    Path parent = file.toAbsolutePath().getParent();
    return new DeviceSettingsFile(parent == null ? file : parent).settings(JsonPlace.read(file));
  }

  /** The folder of the cart's state, where its calibration lies. */
  public static Path data(Path file) throws BadInputException {
    Path parent = file.toAbsolutePath().getParent();
    String data = JsonPlace.read(file).get("data").text();
    return parent == null ? Path.of(data) : parent.resolve(data).normalize();
  }

  private interface Reader<T> {
    T read(JsonPlace json) throws BadInputException;
  }

  private static <T> Optional<T> maybe(JsonPlace json, String key, Reader<T> reader)
      throws BadInputException {
    Optional<JsonPlace> found = json.find(key);
    return found.isPresent() ? Optional.of(reader.read(found.get())) : Optional.empty();
  }

  private DeviceSettings settings(JsonPlace json) throws BadInputException {
    Panel panel =
        new Panel(
            maybe(json, "lamp", DeviceSettingsFile::lamp),
            maybe(json, "beeper", DeviceSettingsFile::buzzer),
            maybe(json, "brake", it -> pin(it.get("pin"))),
            maybe(json, "backlight", it -> folder.resolve(it.text())));
    eachPinOnce(json);
    return new DeviceSettings(
        maybe(json, "scale", this::scale),
        maybe(json, "motion", DeviceSettingsFile::motion),
        maybe(json, "battery", it -> bus(it.get("bus"))),
        panel);
  }

  private Scale scale(JsonPlace json) throws BadInputException {
    Optional<Converters> nau = maybe(json, "nau7802", DeviceSettingsFile::nau7802);
    Optional<Converters> iio = maybe(json, "iio", this::iio);
    if (nau.isPresent() == iio.isPresent()) {
      throw json.wrong("either nau7802 or iio");
    }
    double basket = number(json, "basket_g", 500, 20_000, 2500);
    double cell = number(json, "cell_g", 1000, 200_000, 20_000);
    double most = number(json, "most_g", 1000, 100_000, 50_000);
    if (basket + most > CORNERS * cell) {
      throw json.wrong(
          "cells that bear basket_g and most_g together: %s g".formatted(basket + most));
    }
    double tilt = number(json, "tilt_error_degrees", 0.05, 2, 0.3);
    return new Scale(
        nau.or(() -> iio).orElseThrow(),
        new ScaleConfig.Platform(basket, cell, most, tilt),
        maybe(json, "thermometer", it -> folder.resolve(it.text())));
  }

  private static Converters nau7802(JsonPlace json) throws BadInputException {
    List<Integer> channels = new ArrayList<>();
    for (JsonPlace channel : json.get("channels").elements()) {
      channels.add(channel.whole(0, 7));
    }
    if (channels.size() != CORNERS || new HashSet<>(channels).size() != CORNERS) {
      throw json.get("channels").wrong("four channels, each once: the corners' converters");
    }
    return new Converters.Nau7802(
        bus(json.get("bus")), whole(json, "address", 0x70, 0x77, 0x70), channels);
  }

  private Converters iio(JsonPlace json) throws BadInputException {
    List<Path> folders = new ArrayList<>();
    for (JsonPlace named : json.get("folders").elements()) {
      folders.add(folder.resolve(named.text()).normalize());
    }
    if (folders.size() != CORNERS || new HashSet<>(folders).size() != CORNERS) {
      throw json.get("folders").wrong("four folders, each once: the corners' converters");
    }
    List<String> triggers = maybe(json, "triggers", DeviceSettingsFile::triggers).orElse(List.of());
    return new Converters.Iio(folders, triggers);
  }

  /**
   * The kernel lets no more than two converters hang on one trigger
   * (CONFIG_IIO_CONSUMERS_PER_TRIGGER, 2 by default and in Debian).
   */
  private static List<String> triggers(JsonPlace json) throws BadInputException {
    List<String> names = new ArrayList<>();
    for (JsonPlace named : json.elements()) {
      names.add(named.text());
    }
    if (names.size() != CORNERS
        || names.stream().anyMatch(name -> Collections.frequency(names, name) > 2)) {
      throw json.wrong("four names of triggers, none more than twice");
    }
    return names;
  }

  private static Motion motion(JsonPlace json) throws BadInputException {
    List<Double> level = new ArrayList<>();
    Optional<JsonPlace> given = json.find("level");
    for (JsonPlace axis : given.isPresent() ? given.get().elements() : List.<JsonPlace>of()) {
      level.add(axis.number(-2000, 2000));
    }
    if (given.isEmpty()) {
      level.addAll(List.of(0.0, 0.0, 1.0));
    }
    if (level.size() != 3 || level.stream().allMatch(axis -> axis == 0)) {
      throw json.get("level").wrong("three numbers, not all zero: what it feels standing level");
    }
    return new Motion(bus(json.get("bus")), whole(json, "address", 0x18, 0x19, 0x18), level);
  }

  private static Pi4jBoard.LampPins lamp(JsonPlace json) throws BadInputException {
    Optional<JsonPlace> low = json.find("active_low");
    if (low.isPresent() && !low.get().node().isBoolean()) {
      throw low.get().wrong("true or false");
    }
    return new Pi4jBoard.LampPins(
        pin(json.get("red")),
        pin(json.get("green")),
        pin(json.get("blue")),
        low.isPresent() && low.get().node().booleanValue());
  }

  private static Buzzer buzzer(JsonPlace json) throws BadInputException {
    return new Buzzer(json.get("chip").whole(0, 9), json.get("channel").whole(0, 9));
  }

  private static int bus(JsonPlace json) throws BadInputException {
    return json.whole(0, 30);
  }

  private static int pin(JsonPlace json) throws BadInputException {
    int pin = json.whole(FIRST_PIN, LAST_PIN);
    if (I2C_PINS.contains(pin)) {
      throw json.wrong("a pin that is not SDA (2) or SCL (3) of the I2C bus");
    }
    return pin;
  }

  private static void eachPinOnce(JsonPlace json) throws BadInputException {
    Map<Integer, String> taken = new TreeMap<>();
    for (String[] place :
        new String[][] {{"lamp", "red"}, {"lamp", "green"}, {"lamp", "blue"}, {"brake", "pin"}}) {
      Optional<JsonPlace> device = json.find(place[0]);
      if (device.isPresent()) {
        JsonPlace pin = device.get().get(place[1]);
        String other = taken.put(pin.node().intValue(), pin.place());
        if (other != null) {
          throw pin.wrong("a pin that %s does not have already".formatted(other));
        }
      }
    }
  }

  private static int whole(JsonPlace json, String key, int least, int most, int otherwise)
      throws BadInputException {
    Optional<JsonPlace> value = json.find(key);
    return value.isPresent() ? value.get().whole(least, most) : otherwise;
  }

  private static double number(
      JsonPlace json, String key, double least, double most, double otherwise)
      throws BadInputException {
    Optional<JsonPlace> value = json.find(key);
    return value.isPresent() ? value.get().number(least, most) : otherwise;
  }
}
