package pannier.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BreakdownsTest {
  @Test
  void equalSeedsDrawEqualFaults() {
    assertEquals(drawn(7), drawn(7));
  }

  @Test
  void aHundredTripsMeetEachKindOnCartAndGate() {
    Set<String> met = new HashSet<>();
    List<Fault.OfSystem> all = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      all.addAll(drawn(seed));
    }
    for (Fault.OfSystem fault : all) {
      switch (fault) {
        case Fault.Death death -> met.add(death.machine() + " dies " + death.moment());
        case Fault.FullDisk disk -> met.add(disk.machine() + " is full");
        case Fault.ClockJump jump -> met.add(jump.machine() + "'s clock jumps");
        case Fault.Link _ -> met.add("the link is bad");
        case Fault.Offline _ -> met.add("the gate is offline");
      }
    }
    assertTrue(
        met.containsAll(
            Set.of(
                "CART dies at once",
                "CART dies before-commit",
                "CART dies after-commit",
                "CART dies before-send",
                "CART dies after-send",
                "CART is full",
                "CART's clock jumps",
                "GATE dies at once",
                "GATE is full",
                "GATE's clock jumps",
                "the link is bad")),
        met.toString());
  }

  private static List<Fault.OfSystem> drawn(long seed) {
    return new Breakdowns(new SplittableRandom(seed)).draw();
  }
}
