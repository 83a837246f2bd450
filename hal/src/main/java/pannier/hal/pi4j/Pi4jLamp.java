package pannier.hal.pi4j;

import com.pi4j.context.Context;
import pannier.hal.Connection;
import pannier.hal.Lamp;

/** A lamp of three colours on three pins; amber is red and green together. */
final class Pi4jLamp implements Lamp {
  private final Pi4jPins pins;
  private boolean closed;

  Pi4jLamp(Context context, Pi4jBoard.LampPins numbers) {
    pins =
        new Pi4jPins(context, numbers.activeLow(), numbers.red(), numbers.green(), numbers.blue());
  }

  @Override
  public void show(Colour colour) {
    if (!closed) {
      switch (colour) {
        case OFF -> pins.set(false, false, false);
        case GREEN -> pins.set(false, true, false);
        case AMBER -> pins.set(true, true, false);
        case RED -> pins.set(true, false, false);
        case BLUE -> pins.set(false, false, true);
      }
    }
  }

  @Override
  public Connection connection() {
    return closed ? new Connection.Absent("is switched off") : pins.connection();
  }

  @Override
  public void close() {
    if (!closed) {
      show(Colour.OFF);
      closed = true;
    }
  }
}
