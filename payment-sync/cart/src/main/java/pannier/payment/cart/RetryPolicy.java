package pannier.payment.cart;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to send again: after {@code first}, then twice as long each time up to {@code longest}, each
 * time shortened at random by up to a half, so that carts that failed together do not return
 * together.
 */
public record RetryPolicy(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("retry after %s up to %s".formatted(first, longest));
    }
  }

  /** For a shopper who stands at the gate. */
  public static RetryPolicy atTheGate() {
    return new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /**
   * @param tries how often it was tried, 1 or more
   */
  public Duration delay(int tries, RandomGenerator random) {
    int doublings = Math.clamp(tries - 1L, 0, MOST_DOUBLINGS);
    long nanos = first.toNanos() << doublings;
    long bounded = nanos >> doublings == first.toNanos() ? nanos : longest.toNanos();
    long full = Math.min(bounded, longest.toNanos());
    return Duration.ofNanos(full - (long) (full * random.nextDouble() / 2));
  }
}
