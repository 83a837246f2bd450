package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pannier.hal.Beeper;

/** What all beepers must do. */
public abstract class BeeperContract extends DeviceContract<Beeper> {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  public void soundsWithinItsRangesAndIsSilentOnceClosed() throws Exception {
    Beeper beeper = open();
    beeper.sound(100, Duration.ofMillis(1));
    beeper.sound(10_000, Beeper.LONGEST);
    beeper.close();
    beeper.sound(440, SHORT);
  }

  @Test
  public void refusesWhatIsOutsideItsRanges() throws Exception {
    try (Beeper beeper = open()) {
      refuses(beeper, 99, SHORT);
      refuses(beeper, 10_001, SHORT);
      refuses(beeper, 440, Duration.ZERO);
      refuses(beeper, 440, Duration.ofMillis(-1));
      refuses(beeper, 440, Beeper.LONGEST.plusMillis(1));
    }
  }

  private static void refuses(Beeper beeper, int hertz, Duration length) {
    assertThrows(IllegalArgumentException.class, () -> beeper.sound(hertz, length));
  }
}
