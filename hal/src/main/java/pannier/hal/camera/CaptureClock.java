package pannier.hal.camera;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Puts the kernel's capture times on the cart's clock. V4L2 stamps a buffer with Linux's monotonic
 * clock when the exposure's data began or ended to arrive; how long ago that was is taken off the
 * cart's time. A stamp that cannot be that clock's (some drivers use the time of day, or none) is
 * left aside for the time of arrival.
 */
final class CaptureClock {
  /** A picture that is older was not stamped by this clock. */
  private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier cartNanos;
  private final LongSupplier monotonicNanos;
  private long lastNanos = Long.MIN_VALUE;

  /**
   * @param monotonicNanos Linux's CLOCK_MONOTONIC, which is {@link System#nanoTime} there
   */
  CaptureClock(LongSupplier cartNanos, LongSupplier monotonicNanos) {
    this.cartNanos = cartNanos;
    this.monotonicNanos = monotonicNanos;
  }

  long nowNanos() {
    return cartNanos.getAsLong();
  }

  /**
   * When a picture was captured. Never earlier than the last answer.
   *
   * @param kernelNanos its stamp, or {@link Pictures#NO_STAMP}
   */
  long capturedNanos(long kernelNanos) {
    long ageNanos = monotonicNanos.getAsLong() - kernelNanos;
    boolean plausible =
        kernelNanos != Pictures.NO_STAMP && 0 <= ageNanos && ageNanos <= OLDEST_NANOS;
    lastNanos = Math.max(lastNanos, nowNanos() - (plausible ? ageNanos : 0));
    return lastNanos;
  }
}
