package pannier.hal.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was seen, a line each, and how much of it was wrong. */
final class Seen {
  private int failed;

  void see(String what, boolean right, String seen) {
    failed += right ? 0 : 1;
    System.out.println((right ? "ok    " : "WRONG ") + what + ": " + seen);
  }

  int failed() {
    return failed;
  }

  /**
   * Asks until there is an answer; an emulated processor is slow, so a limit says nothing of speed.
   */
  static <T> Optional<T> within(Duration limit, Supplier<@Nullable T> ask)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      T answer = ask.get();
      if (answer != null) {
        return Optional.of(answer);
      }
      Thread.sleep(20);
    }
    return Optional.empty();
  }
}
