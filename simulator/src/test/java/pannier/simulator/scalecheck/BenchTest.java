package pannier.simulator.scalecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.WeightStep;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.Spot;
import pannier.simulator.world.Chance;

class BenchTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Load.Ringing RINGING = new Load.Ringing(0.1, 8, 0.08);

  @Test
  void aCartonThatIsSetDownIsOneStepOfItsMass() {
    Bench bench = new Bench(new Chance(1));
    bench.add(carton(3 * SECOND));
    List<WeightStep> steps = bench.runUntil(6 * SECOND);
    assertEquals(1, steps.size());
    assertEquals(500, steps.getFirst().change().mean().grams(), 1);
  }

  @Test
  void aRollingCartMakesNoStepAndKeepsTheOneMadeMeanwhile() {
    Bench bench = new Bench(new Chance(1));
    bench.add(new Ride.Rolling(2 * SECOND, 8 * SECOND, Floor.TILES, 1));
    assertEquals(List.of(), bench.runUntil(12 * SECOND));
    bench.add(new Ride.Rolling(14 * SECOND, 20 * SECOND, Floor.TILES, 1));
    bench.add(carton(17 * SECOND));
    List<WeightStep> steps = bench.runUntil(24 * SECOND);
    assertEquals(1, steps.size());
    assertEquals(500, steps.getFirst().change().mean().grams(), 2);
  }

  private static Load carton(long touchNanos) {
    return new Load.Step(new Spot(0.3, 0.6), 500, touchNanos, touchNanos + SECOND / 10, RINGING);
  }
}
