package pannier.app.loop;

import java.time.Duration;
import pannier.domain.trip.Effect;
import pannier.hal.Beeper;
import pannier.hal.Lamp;

/** What the shopper sees and hears of the cart besides the screen. */
public record CartPanel(Lamp lamp, Beeper beeper) implements AutoCloseable {
  private static final Duration SHORT = Duration.ofMillis(120);
  private static final Duration LONG = Duration.ofMillis(400);

  void show(Effect.Colour colour) {
    lamp.show(
        switch (colour) {
          case BLUE -> Lamp.Colour.BLUE;
          case GREEN -> Lamp.Colour.GREEN;
          case AMBER -> Lamp.Colour.AMBER;
          case RED -> Lamp.Colour.RED;
        });
  }

  /** High is good news, low is not; a take-out sounds unlike an addition. */
  void sound(Effect.Tone tone) {
    switch (tone) {
      case ADDED -> beeper.sound(1760, SHORT);
      case REMOVED -> beeper.sound(1175, SHORT);
      case QUESTION -> beeper.sound(880, LONG);
      case HOLD -> beeper.sound(440, LONG);
      case PAID -> beeper.sound(2093, LONG);
      case REFUSED -> beeper.sound(330, LONG);
    }
  }

  @Override
  public void close() {
    lamp.close();
    beeper.close();
  }
}
