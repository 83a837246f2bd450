package pannier.hal.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import com.pi4j.plugin.mock.provider.pwm.MockPwmProvider;

/** A board whose pins are Pi4J's mock. */
final class MockBoard {
  final Context context =
      Pi4J.newContextBuilder()
          .disableShutdownHook()
          .add(
              MockDigitalOutputProvider.newInstance(),
              MockPwmProvider.newInstance(),
              MockI2CProvider.newInstance())
          .build();

  Pi4jBoard board() {
    return new Pi4jBoard(new Pi4jBoard.Kernel(() -> context, () -> context, _ -> context));
  }

  boolean isHigh(int pin) {
    DigitalOutput output = context.io("pin-" + pin);
    return output.isHigh();
  }
}
