package pannier.hal.pi4j;

import com.pi4j.context.Context;
import pannier.hal.Brake;
import pannier.hal.Connection;

/** A solenoid behind a transistor on one pin: powered it holds, without power it is free. */
final class Pi4jBrake implements Brake {
  private final Pi4jPins pins;
  private boolean closed;

  Pi4jBrake(Context context, int pin) {
    pins = new Pi4jPins(context, false, pin);
  }

  @Override
  public void hold(boolean held) {
    if (!closed) {
      pins.set(held);
    }
  }

  @Override
  public Connection connection() {
    return closed ? new Connection.Absent("is switched off") : pins.connection();
  }

  @Override
  public void close() {
    if (!closed) {
      hold(false);
      closed = true;
    }
  }
}
