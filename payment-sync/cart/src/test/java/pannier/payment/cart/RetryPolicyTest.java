package pannier.payment.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** Takes nothing off. */
  private static final RandomGenerator NO_JITTER = () -> 0;

  @Test
  void delayDoublesUpToItsLongest() {
    assertEquals(Duration.ofMillis(500), POLICY.delay(1, NO_JITTER));
    assertEquals(Duration.ofSeconds(1), POLICY.delay(2, NO_JITTER));
    assertEquals(Duration.ofSeconds(16), POLICY.delay(6, NO_JITTER));
    assertEquals(Duration.ofSeconds(30), POLICY.delay(7, NO_JITTER));
    assertEquals(Duration.ofSeconds(30), POLICY.delay(1_000_000, NO_JITTER));
  }

  @Test
  void jitterTakesOffUpToAHalf() {
    Random random = new Random(7);
    for (int tries = 1; tries < 1000; tries++) {
      Duration full = POLICY.delay(tries, NO_JITTER);
      Duration delay = POLICY.delay(tries, random);
      assertTrue(delay.compareTo(full) <= 0 && delay.compareTo(full.dividedBy(2)) >= 0);
    }
  }

  @Test
  void senselessPoliciesAreBugs() {
    assertThrows(
        IllegalArgumentException.class, () -> new RetryPolicy(Duration.ZERO, Duration.ofDays(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RetryPolicy(Duration.ofDays(2), Duration.ofDays(1)));
  }
}
