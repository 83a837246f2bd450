package pannier.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlotTest {
  private static final Row QUICK = Row.of("quick", new Spread(0.5, 0.4, 0.6), "a peer", 1.0);
  private static final Row SLOW = Row.of("slow", new Spread(2, 1.5, 2.5), "a peer", 1.0);
  private static final Row MANY =
      Row.of("many", new Spread(2, 1.5, 2.5), "a peer", 1.0).higherIsBetter();

  @Test
  void aRowReachesItsGoalFromTheRightSide() {
    assertTrue(QUICK.reached());
    assertFalse(SLOW.reached());
    assertTrue(MANY.reached());
  }

  @Test
  void aBarIsAsLongAsItsShareOfTheGoal() {
    String svg = Plot.svg(List.of(QUICK, Row.of("aimless", new Spread(1, 1, 1), "a peer", null)));
    assertTrue(svg.contains("width=\"165.0\""), svg);
    assertFalse(svg.contains("aimless"), svg);
  }

  @Test
  void aLineOfJsonHasWhatTheContractNames() {
    assertEquals(
        "{\"name\":\"quick\",\"ratio\":0.5,\"spread\":[0.4,0.6],\"against\":\"a"
            + " peer\",\"goal\":1.0}",
        QUICK.json());
  }
}
