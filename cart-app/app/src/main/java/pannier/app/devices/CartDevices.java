package pannier.app.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pannier.app.devices.DeviceSettings.Converters;
import pannier.app.devices.DeviceSettings.Panel;
import pannier.app.loop.CartPanel;
import pannier.app.loop.Equipment;
import pannier.app.scale.CalibratedCells;
import pannier.app.scale.ScaleFiles;
import pannier.app.scale.SharedConverters;
import pannier.domain.calibration.Calibration;
import pannier.hal.Battery;
import pannier.hal.Beeper;
import pannier.hal.Brake;
import pannier.hal.Device;
import pannier.hal.Lamp;
import pannier.hal.LoadCells;
import pannier.hal.LoadConverters;
import pannier.hal.MotionSensor;
import pannier.hal.Thermometer;
import pannier.hal.absent.AbsentBacklight;
import pannier.hal.absent.AbsentBattery;
import pannier.hal.absent.AbsentBeeper;
import pannier.hal.absent.AbsentBrake;
import pannier.hal.absent.AbsentLamp;
import pannier.hal.absent.AbsentLoadCells;
import pannier.hal.absent.AbsentLoadConverters;
import pannier.hal.absent.AbsentMotionSensor;
import pannier.hal.absent.AbsentThermometer;
import pannier.hal.i2c.I2cBus;
import pannier.hal.i2c.Lis3dh;
import pannier.hal.i2c.Max17048;
import pannier.hal.i2c.Nau7802Cells;
import pannier.hal.i2c.Tca9548a;
import pannier.hal.iio.IioConverters;
import pannier.hal.pi4j.Pi4jBoard;
import pannier.hal.polled.PollSchedule;
import pannier.hal.polled.PollThread;
import pannier.hal.polled.Polled;
import pannier.hal.sysfs.SysfsBacklight;
import pannier.hal.sysfs.SysfsThermometer;

/**
 * A cart's devices on this machine, each asked by a thread of its bus. Close what was taken from it
 * first.
 */
public final class CartDevices implements AutoCloseable {
  private static final String NOT_FITTED = "none is fitted";

  private final LongSupplier cartNanos;
  private final Pi4jBoard board;
  private final IntFunction<I2cBus> buses;
  private final Map<Integer, I2cBus> opened = new HashMap<>();
  private final Map<Integer, List<Polled>> onBus = new HashMap<>();
  private final List<List<Polled>> alone = new ArrayList<>();
  private final List<PollThread> threads = new ArrayList<>();
  private final Map<String, Device> fitted = new TreeMap<>();
  private final SharedConverters converters;
  private final Thermometer thermometer;
  private final MotionSensor motion;
  private final Battery battery;
  private final Panel panel;
  private final Brake brake;
  private @Nullable Equipment equipment;

  private CartDevices(
      DeviceSettings settings, Pi4jBoard board, IntFunction<I2cBus> buses, LongSupplier cartNanos) {
    this.cartNanos = cartNanos;
    this.board = board;
    this.buses = buses;
    this.panel = settings.panel();
    converters =
        new SharedConverters(
            settings
                .scale()
                .map(scale -> converters(scale.converters()))
                .orElseGet(() -> new AbsentLoadConverters(NOT_FITTED)));
    thermometer =
        settings
            .scale()
            .flatMap(DeviceSettings.Scale::thermometer)
            .map(this::thermometer)
            .orElseGet(() -> new AbsentThermometer(NOT_FITTED));
    motion =
        settings.motion().map(this::motion).orElseGet(() -> new AbsentMotionSensor(NOT_FITTED));
    battery =
        settings.batteryBus().map(this::battery).orElseGet(() -> new AbsentBattery(NOT_FITTED));
    brake = panel.brakePin().map(board::brake).orElseGet(() -> new AbsentBrake(NOT_FITTED));
    panel.brakePin().ifPresent(_ -> fitted.put("brake", brake));
    brake.hold(false);
  }

  /**
   * Opens them and starts asking. What is not there is absent, and comes when it can.
   *
   * @param cartNanos the cart's clock
   */
  public static CartDevices open(DeviceSettings settings, LongSupplier cartNanos) {
    Pi4jBoard board = Pi4jBoard.ofThisMachine();
    return open(settings, board, board::i2c, cartNanos);
  }

  /**
   * @param buses the I²C buses, by number
   */
  static CartDevices open(
      DeviceSettings settings, Pi4jBoard board, IntFunction<I2cBus> buses, LongSupplier cartNanos) {
    CartDevices devices = new CartDevices(settings, board, buses, cartNanos);
    devices.onBus.forEach((bus, polled) -> devices.ask("i2c-" + bus, polled));
    devices.alone.forEach(polled -> devices.ask("cell", polled));
    return devices;
  }

  private void ask(String name, List<Polled> polled) {
    threads.add(PollThread.start(new PollSchedule(cartNanos, polled), cartNanos, name));
  }

  private I2cBus bus(int number) {
    return opened.computeIfAbsent(number, buses::apply);
  }

  private <D extends Device & Polled> D on(int bus, String name, D device) {
    onBus.computeIfAbsent(bus, _ -> new ArrayList<>()).add(device);
    fitted.put(name, device);
    return device;
  }

  private LoadConverters converters(Converters kind) {
    return switch (kind) {
      case Converters.Nau7802 nau ->
          on(
              nau.bus(),
              "load cells",
              new Nau7802Cells(
                  new Tca9548a(bus(nau.bus()), nau.address()), nau.channels(), cartNanos));
      case Converters.Iio iio -> {
        IioConverters cells =
            iio.triggers().isEmpty()
                ? IioConverters.raw(iio.folders(), cartNanos)
                : IioConverters.buffered(iio.folders(), Path.of("/dev"), iio.triggers(), cartNanos);
        cells.converters().forEach(one -> alone.add(List.of(one)));
        fitted.put("load cells", cells);
        yield cells;
      }
    };
  }

  private Thermometer thermometer(Path file) {
    SysfsThermometer device = new SysfsThermometer(file, cartNanos);
    alone.add(List.of(device));
    fitted.put("thermometer", device);
    return device;
  }

  private MotionSensor motion(DeviceSettings.Motion sensor) {
    double[] level = sensor.level().stream().mapToDouble(Double::doubleValue).toArray();
    return on(
        sensor.bus(),
        "motion sensor",
        new Lis3dh(bus(sensor.bus()), sensor.address(), level, cartNanos));
  }

  private Battery battery(int bus) {
    return on(bus, Equipment.BATTERY, new Max17048(bus(bus), cartNanos));
  }

  /** The converters before calibration; whoever takes them closes them. */
  public LoadConverters converters() {
    return converters;
  }

  /** The converters for whoever calibrates while the cart runs. */
  public LoadConverters beside() {
    return converters.beside();
  }

  public Thermometer thermometer() {
    return thermometer;
  }

  public MotionSensor motion() {
    return motion;
  }

  /**
   * The load cells by their calibration; absent before the first one.
   *
   * @throws IOException if the calibration's files are damaged or do not belong together
   */
  public LoadCells loadCells(ScaleFiles files) throws IOException {
    Optional<Calibration> calibration = files.calibration();
    return calibration.isPresent()
        ? new CalibratedCells(converters, thermometer, calibration.get())
        : new AbsentLoadCells("not calibrated yet: ./pannier calibrate");
  }

  /** Lamp, beeper, the screen's light and the brake. */
  public CartPanel panel() {
    Lamp lamp = panel.lamp().map(board::lamp).orElseGet(() -> new AbsentLamp(NOT_FITTED));
    panel.lamp().ifPresent(_ -> fitted.put("lamp", lamp));
    Beeper beeper =
        panel
            .beeper()
            .map(buzzer -> board.beeper(buzzer.chip(), buzzer.channel()))
            .orElseGet(() -> new AbsentBeeper(NOT_FITTED));
    panel.beeper().ifPresent(_ -> fitted.put("beeper", beeper));
    return panel
        .backlight()
        .map(folder -> new CartPanel(lamp, beeper, new SysfsBacklight(folder), brake))
        .orElseGet(() -> new CartPanel(lamp, beeper, new AbsentBacklight(NOT_FITTED), brake));
  }

  /** What is to be told of when it fails: all that is fitted. Ask for it after {@link #panel}. */
  public Equipment equipment() {
    Equipment watched = Equipment.of(battery, fitted);
    equipment = watched;
    return watched;
  }

  /** Whether the battery is being charged, as far as that is known. */
  public boolean charging() {
    return equipment != null && equipment.charging();
  }

  /** How full the battery is, as far as that is known. */
  public OptionalInt chargePercent() {
    return equipment == null ? OptionalInt.empty() : equipment.chargePercent();
  }

  @Override
  public void close() {
    threads.forEach(PollThread::close);
    brake.close();
    opened.values().forEach(I2cBus::close);
    board.close();
  }
}
