package pannier.simulator.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.simulator.load.book.Books;

/** A small one; {@code ./pannier torture} is the same with 100,000. */
class TortureTest {
  private static final int TRIPS = 200;

  @TempDir Path folder = Path.of(".");

  @Test
  void whateverIsLostOrCrashesEachTripIsChargedOnce() throws Exception {
    Torture.Outcome outcome = new Torture(folder, 7).run(TRIPS, paid -> {});

    assertEquals(Books.Faults.NONE, outcome.faults());
    assertTrue(outcome.paid() >= TRIPS);
    assertTrue(outcome.attempts() > outcome.paid(), "some attempts were declined or withdrawn");
    assertTrue(outcome.crashes().size() >= 5, outcome.crashes()::toString);
  }
}
