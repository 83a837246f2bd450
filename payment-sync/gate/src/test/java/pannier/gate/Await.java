package pannier.gate;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads bring about. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Await() {}

  /** Asks until it is true; fails after half a minute. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    value(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  /** Asks until there is a value; fails after half a minute. */
  public static <T> T value(String what, Callable<Optional<T>> source) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<T> value = source.call();
      if (value.isPresent()) {
        return value.get();
      }
      LockSupport.parkNanos(1_000_000);
    }
    return fail("waited in vain for " + what);
  }
}
