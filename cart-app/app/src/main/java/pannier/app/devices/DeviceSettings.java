package pannier.app.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.domain.scale.ScaleConfig;
import pannier.hal.pi4j.Pi4jBoard;

/**
 * The devices of a cart beside its cameras. What is empty is not fitted, and not missed.
 *
 * @param batteryBus the I²C bus of the battery's gauge
 */
public record DeviceSettings(
    Optional<Scale> scale, Optional<Motion> motion, Optional<Integer> batteryBus, Panel panel) {

  /** Nothing but cameras. */
  public static final DeviceSettings NONE =
      new DeviceSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Panel(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  /**
   * The load cells.
   *
   * @param thermometer a file with thousandths of a degree
   */
  public record Scale(
      Converters converters, ScaleConfig.Platform platform, Optional<Path> thermometer) {

    /** What bears on weighing, as text: another text is another configuration. */
    public String legal() {
      return "%s, %s, e 5 g, Min 100 g, thermometer %s"
          .formatted(converters, platform, thermometer.map(Path::toString).orElse("none"));
    }
  }

  /** What converts the cells' voltages. */
  public sealed interface Converters {
    /**
     * Four NAU7802 on channels of a TCA9548A: front left, front right, rear left, rear right.
     *
     * @param address of the TCA9548A
     */
    record Nau7802(int bus, int address, List<Integer> channels) implements Converters {
      public Nau7802 {
        channels = List.copyOf(channels);
      }
    }

    /**
     * Four that the kernel reads: front left, front right, rear left, rear right.
     *
     * @param folders in sysfs
     * @param triggers of the kernel's buffers, in the same order; empty: each read is a conversion
     */
    record Iio(List<Path> folders, List<String> triggers) implements Converters {
      public Iio {
        folders = List.copyOf(folders);
        triggers = List.copyOf(triggers);
      }
    }
  }

  /**
   * A LIS3DH.
   *
   * @param level what it feels while the cart stands level, any unit
   */
  public record Motion(int bus, int address, List<Double> level) {
    public Motion {
      level = List.copyOf(level);
    }
  }

  /**
   * What shines, sounds and holds.
   *
   * @param brakePin as the processor counts it (BCM)
   * @param backlight a folder in sysfs
   */
  public record Panel(
      Optional<Pi4jBoard.LampPins> lamp,
      Optional<Buzzer> beeper,
      Optional<Integer> brakePin,
      Optional<Path> backlight) {}

  /** A PWM channel: {@code /sys/class/pwm/pwmchip}chip. */
  public record Buzzer(int chip, int channel) {}
}
