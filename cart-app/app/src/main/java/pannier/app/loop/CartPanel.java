package pannier.app.loop;

import java.time.Duration;
import pannier.domain.trip.Effect;
import pannier.hal.Backlight;
import pannier.hal.Beeper;
import pannier.hal.Brake;
import pannier.hal.Lamp;
import pannier.hal.absent.AbsentBacklight;
import pannier.hal.absent.AbsentBrake;

/**
 * What the shopper sees, hears and feels of the cart besides the screen, and the screen's light.
 */
public record CartPanel(Lamp lamp, Beeper beeper, Backlight backlight, Brake brake)
    implements AutoCloseable {
  /** Of a cart that nobody uses: it can still be read, and a third of the light saves a watt. */
  private static final double DIMMED = 0.35;

  private static final Duration SHORT = Duration.ofMillis(120);
  private static final Duration LONG = Duration.ofMillis(400);

  private static final String NONE = "none is fitted";

  /** Of a cart whose screen's light is not ours to change, and that has no brake. */
  public CartPanel(Lamp lamp, Beeper beeper) {
    this(lamp, beeper, new AbsentBacklight(NONE), new AbsentBrake(NONE));
  }

  void hold(boolean held) {
    brake.hold(held);
  }

  void show(Effect.Colour colour) {
    backlight.shine(colour == Effect.Colour.BLUE ? DIMMED : 1);
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

  /** The wheels are let go first. */
  @Override
  public void close() {
    brake.close();
    lamp.close();
    beeper.close();
    backlight.close();
  }
}
