package pannier.hal.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import pannier.hal.Connection;

/** Output pins of one device. A pin that cannot be set is absence, not an exception. */
final class Pi4jPins {
  private final DigitalOutput[] pins;
  private final boolean activeLow;
  private String lost = "";

  /**
   * @param numbers as the processor counts them (BCM)
   * @param activeLow whether a low level switches on
   * @throws RuntimeException if a pin cannot be had
   */
  Pi4jPins(Context context, boolean activeLow, int... numbers) {
    this.activeLow = activeLow;
    this.pins = new DigitalOutput[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      pins[i] =
          context.create(
              DigitalOutput.newConfigBuilder(context)
                  .id("pin-" + numbers[i])
                  .address(numbers[i])
                  .initial(level(false))
                  .shutdown(level(false))
                  .build());
    }
  }

  private DigitalState level(boolean on) {
    return on == activeLow ? DigitalState.LOW : DigitalState.HIGH;
  }

  /** One a pin. */
  void set(boolean... on) {
    try {
      for (int i = 0; i < pins.length; i++) {
        pins[i].state(level(on[i]));
      }
      lost = "";
    } catch (RuntimeException e) {
      lost = "its pins cannot be set: " + e.getMessage();
    }
  }

  Connection connection() {
    return lost.isEmpty()
        ? new Connection.Connected()
        : new Connection.Absent(lost.lines().findFirst().orElse("its pins cannot be set"));
  }
}
