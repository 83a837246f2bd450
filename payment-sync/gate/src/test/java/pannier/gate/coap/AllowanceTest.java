package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;

  private long nanos;

  private Allowance allowance(double each, double total, int mostPeers) {
    return new Allowance(
        new Allowance.Rate(1, each), new Allowance.Rate(2, total), mostPeers, () -> nanos);
  }

  private static int taken(Allowance allowance, Object peer, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += allowance.take(peer) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void burstThenSteadily() {
    Allowance allowance = allowance(3, 100, 10);
    assertEquals(3, taken(allowance, "cart-1", 50));
    nanos += 2 * SECOND;
    assertEquals(2, taken(allowance, "cart-1", 50));
    nanos += 3_600 * SECOND;
    assertEquals(3, taken(allowance, "cart-1", 50));
  }

  @Test
  void onePeersFloodLeavesTheOthersTheirs() {
    Allowance allowance = allowance(3, 100, 10);
    taken(allowance, "flood", 10_000);
    assertEquals(3, taken(allowance, "cart-1", 5));
  }

  @Test
  void allTogetherHaveALimit() {
    Allowance allowance = allowance(3, 5, 1_000);
    int taken = 0;
    for (int peer = 0; peer < 100; peer++) {
      taken += taken(allowance, peer, 3);
    }
    assertEquals(5, taken);
    nanos += SECOND;
    assertTrue(allowance.take("late"));
  }

  @Test
  void whatIsRefusedCostsNothing() {
    Allowance allowance = allowance(1, 2, 10);
    assertEquals(1, taken(allowance, "a", 100));
    assertTrue(allowance.take("b"));
    assertFalse(allowance.take("c"));
  }

  @Test
  void peersThatWereQuietLongestAreForgotten() {
    Allowance allowance = allowance(1, 1_000_000, 2);
    assertTrue(allowance.take("a"));
    assertTrue(allowance.take("b"));
    assertFalse(allowance.take("b"));
    assertTrue(allowance.take("c")); // a is forgotten
    assertFalse(allowance.take("b"));
    assertTrue(allowance.take("a"));
  }
}
