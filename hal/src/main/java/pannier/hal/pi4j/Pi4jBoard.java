package pannier.hal.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.pwm.LinuxFsPwmProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import pannier.hal.Beeper;
import pannier.hal.Brake;
import pannier.hal.Lamp;
import pannier.hal.absent.AbsentBeeper;
import pannier.hal.absent.AbsentBrake;
import pannier.hal.absent.AbsentLamp;
import pannier.hal.i2c.I2cBus;

/**
 * The pins and buses of the board. What cannot be opened is an absent device that says why; only
 * I²C is tried again later. Close the devices first, then the board.
 */
public final class Pi4jBoard implements AutoCloseable {
  private final Kernel kernel;
  private final List<Context> contexts = new ArrayList<>();
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("beeper").daemon().factory());

  /**
   * Where contexts of each kind come from.
   *
   * @param pwm by the number of the PWM chip
   */
  record Kernel(Supplier<Context> gpio, Supplier<Context> i2c, Function<Integer, Context> pwm) {}

  /** Pins as the processor counts them (BCM). */
  public record LampPins(int red, int green, int blue, boolean activeLow) {}

  Pi4jBoard(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The board that this program runs on: pins through the character device of GPIO, the rest
   * through the kernel's files.
   */
  public static Pi4jBoard ofThisMachine() {
    return new Pi4jBoard(
        new Kernel(
            () ->
                Pi4J.newContextBuilder()
                    .disableShutdownHook()
                    .add(GpioDDigitalOutputProvider.newInstance())
                    .build(),
            () ->
                Pi4J.newContextBuilder()
                    .disableShutdownHook()
                    .add(LinuxFsI2CProvider.newInstance())
                    .build(),
            chip ->
                Pi4J.newContextBuilder()
                    .disableShutdownHook()
                    .add(LinuxFsPwmProvider.newInstance(chip))
                    .build()));
  }

  /**
   * @param number as in {@code /dev/i2c-1}
   */
  public I2cBus i2c(int number) {
    return new Pi4jBus(kernel.i2c(), number);
  }

  public Lamp lamp(LampPins pins) {
    return opened(kernel.gpio(), context -> new Pi4jLamp(context, pins), AbsentLamp::new);
  }

  /**
   * @param pin as the processor counts them (BCM)
   */
  public Brake brake(int pin) {
    return opened(kernel.gpio(), context -> new Pi4jBrake(context, pin), AbsentBrake::new);
  }

  /**
   * @param chip as in {@code /sys/class/pwm/pwmchip0}
   */
  public Beeper beeper(int chip, int channel) {
    return opened(
        () -> kernel.pwm().apply(chip),
        context ->
            new Pi4jBeeper(
                context,
                channel,
                (wait, call) -> {
                  var _ = alarms.schedule(call, wait.toNanos(), TimeUnit.NANOSECONDS);
                }),
        AbsentBeeper::new);
  }

  private <D> D opened(
      Supplier<Context> maker, Function<Context, D> open, Function<String, D> absent) {
    try {
      Context context = maker.get();
      contexts.add(context);
      return open.apply(context);
    } catch (RuntimeException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = String.valueOf(cause.getMessage());
      return absent.apply("cannot be opened: " + message.lines().findFirst().orElse("no reason"));
    }
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    contexts.forEach(Context::shutdown);
    contexts.clear();
  }
}
