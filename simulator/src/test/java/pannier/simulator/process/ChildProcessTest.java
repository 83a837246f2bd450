package pannier.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void itsLinesComeInOrderAndThenItsStatus() throws IOException, InterruptedException {
    try (ChildProcess child = ChildProcess.start(Counter.class, List.of("3"))) {
      assertEquals(Optional.of("1"), child.nextLine(LONG));
      assertEquals(Optional.of("2"), child.nextLine(LONG));
      assertEquals(Optional.of("3"), child.nextLine(LONG));
      assertEquals(Optional.empty(), child.nextLine(LONG));
      assertEquals(Optional.of(3), child.status(LONG));
    }
  }

  @Test
  void closingEndsOneThatWouldRunForEver() throws IOException, InterruptedException {
    ChildProcess child = ChildProcess.start(Forever.class, List.of());
    assertEquals(Optional.of("up"), child.nextLine(LONG));
    child.close();
    assertTrue(child.status(Duration.ofSeconds(1)).isPresent(), "it has ended");
  }

  /** Counts to its argument and exits with it. */
  static final class Counter {
    public static void main(String[] arguments) {
      int last = Integer.parseInt(arguments[0]);
      for (int i = 1; i <= last; i++) {
        System.out.println(i);
      }
      System.exit(last);
    }
  }

  /** Waits for what never comes. */
  static final class Forever {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("up");
      new CountDownLatch(1).await();
    }
  }
}
