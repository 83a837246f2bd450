package pannier.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pannier.simulator.load.book.Books;

/** A real gate in a process of its own: some seconds, most of them the start of the JVM. */
class LoadRunTest {
  @Test
  void aFewCartsSettleAndAllBooksAgree() throws Exception {
    LoadReport report = LoadRun.of(new LoadPlan(3, 0.5, 0, 1, false), (work, done, of) -> {}).run();

    assertTrue(report.answers().paid() >= 3, "each cart, in time or not");
    assertEquals(Books.Faults.NONE, report.faults());
    assertEquals(0, report.answers().refused());
    assertEquals(3, report.figures().handshakes());
  }
}
