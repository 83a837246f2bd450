package pannier.simulator.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Spot LEFT = new Spot(0.2, 0.5);
  private static final Spot RIGHT = new Spot(0.8, 0.5);

  @Test
  void aCanThatRollsComesToLieWhereItStays() {
    Load.Step landing = new Load.Step(LEFT, 400, SECOND, SECOND, new Load.Ringing(0.1, 8, 0.08));
    Load rolled = new Load.Rolled(landing, RIGHT, 2);
    assertEquals(0.2, rolled.spotAt(SECOND).acrossFraction(), 1e-9);
    assertEquals(0.8, rolled.spotAt(5 * SECOND).acrossFraction(), 0.001);
    assertEquals(400, rolled.gramsAt(5 * SECOND), 1);
  }

  @Test
  void aLeakLosesItsRateAndStops() {
    Load leak = new Load.Leak(LEFT, 0.5, SECOND, 11 * SECOND);
    assertEquals(0, leak.gramsAt(0), 1e-9);
    assertEquals(-2, leak.gramsAt(5 * SECOND), 1e-9);
    assertEquals(-5, leak.gramsAt(60 * SECOND), 1e-9);
  }

  @Test
  void aPersonWhoLeansSwaysAndLeavesNothingBehind() {
    Load lean = new Load.Lean(RIGHT, 3000, 0, 10 * SECOND);
    assertTrue(lean.gramsAt(SECOND / 2) > lean.gramsAt(3 * SECOND / 2));
    assertEquals(0, lean.gramsAt(11 * SECOND));
    assertTrue(lean.isOver(11 * SECOND));
  }

  @Test
  void theZeroFollowsTheTemperatureSlowly() {
    Climate climate = new Climate(-17, 0, new SplittableRandom(1));
    double early = climate.grams(Spot.Cell.FRONT_LEFT, 60 * SECOND);
    double late = climate.grams(Spot.Cell.FRONT_LEFT, 3600 * SECOND);
    assertTrue(Math.abs(early) < 0.1 * Math.abs(late), early + " of " + late);
    assertEquals(0, Climate.steady().grams(Spot.Cell.REAR_LEFT, 3600 * SECOND));
  }
}
