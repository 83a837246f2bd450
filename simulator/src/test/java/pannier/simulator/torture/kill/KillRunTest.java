package pannier.simulator.torture.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.simulator.load.book.Books;

/**
 * A few deaths; {@code ./pannier torture --processes} dies all of them, five times each. It takes
 * ten seconds on a quiet machine, as real programs begin again and shake hands through a bad
 * network.
 */
class KillRunTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void whoeverIsKilledEachTripIsChargedOnce() throws Exception {
    List<String> gate = List.of("settle.after", Boundaries.REPLY_SENT);
    List<String> cart = List.of("settle.after");

    KillRun.Outcome outcome =
        new KillRun(folder, new KillRun.Plan(2, 1, gate, cart, "ledger.db", 5), (died, of) -> {})
            .run();

    assertEquals(Books.Faults.NONE, outcome.faults());
    assertEquals(
        Map.of(
            "gate settle.after", 1,
            "gate reply.sent", 1,
            "cart settle.after", 1),
        outcome.deaths());
    assertTrue(outcome.paid() > 0);
  }
}
