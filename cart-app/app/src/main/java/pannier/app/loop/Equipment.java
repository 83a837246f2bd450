package pannier.app.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import pannier.domain.trip.Input;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Connection;
import pannier.hal.Device;
import pannier.hal.absent.AbsentBattery;

/**
 * The devices that no decision rests on: what is wrong with one becomes an input when it begins and
 * when it ends. Used by the tick's thread.
 */
public final class Equipment implements AutoCloseable {
  /** The battery's name. */
  public static final String BATTERY = "battery";

  /** At 5 % there are minutes left to bring the cart to its charger. */
  private static final double LOW = 0.05;

  /** From here on it is well again: a gauge wavers by a percent. */
  private static final double RECOVERED = 0.08;

  private final Battery battery;
  private final Map<String, Device> watched;
  private final Map<String, String> troubles = new HashMap<>();
  private final Charging charging = new Charging();
  private boolean low;
  private double charge = 1;
  private boolean heard;

  private Equipment(Battery battery, Map<String, Device> watched) {
    this.battery = battery;
    this.watched = watched;
  }

  /** No device at all. */
  public static Equipment none() {
    return new Equipment(new AbsentBattery("none is fitted"), Map.of());
  }

  /**
   * @param battery watched where it is fitted; closed with this
   * @param fitted devices that must answer, by name, the battery among them if it must; they stay
   *     their owners' to close
   */
  public static Equipment of(Battery battery, Map<String, Device> fitted) {
    return new Equipment(battery, new TreeMap<>(fitted));
  }

  /** Troubles that began or ended since the last call. */
  List<Input> drain() {
    for (BatteryReading reading : battery.drain()) {
      charge = reading.chargeFraction();
      heard = true;
      charging.hear(charge);
      low = low ? charge < RECOVERED : charge <= LOW;
    }
    List<Input> changes = new ArrayList<>();
    watched.forEach((name, device) -> tell(name, trouble(name, device), changes));
    return changes;
  }

  /** How full the battery is, 0 to 100; empty as long as no gauge has said so. */
  public OptionalInt chargePercent() {
    return heard
        ? OptionalInt.of((int) Math.round(100 * Math.clamp(charge, 0, 1)))
        : OptionalInt.empty();
  }

  /** Whether the battery fills, or is full; also where no gauge is fitted that could tell. */
  public boolean charging() {
    return !watched.containsKey(BATTERY) || charging.fills();
  }

  private String trouble(String name, Device device) {
    return switch (device.connection()) {
      case Connection.Absent(String reason) -> reason;
      case Connection.Connected() ->
          low && name.equals(BATTERY) ? "nearly empty, bring it to a charger" : "";
    };
  }

  private void tell(String name, String trouble, List<Input> changes) {
    // A device that fails now so and now so is in one trouble, told once.
    if (trouble.isEmpty() == troubles.getOrDefault(name, "").isEmpty()) {
      return;
    }
    troubles.put(name, trouble);
    changes.add(new Input.Equipment(name, trouble));
  }

  @Override
  public void close() {
    battery.close();
  }
}
