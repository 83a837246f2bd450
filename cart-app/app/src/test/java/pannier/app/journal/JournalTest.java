package pannier.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.rerun.Rerun;
import pannier.domain.catalogue.ProductId;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TickRecord;
import pannier.domain.weighing.Weighing;

final class JournalTest {
  @TempDir Path folder;

  @Test
  void givesBackEveryTickAsItWas() throws IOException {
    Path file = folder.resolve("journal.db");
    List<TickRecord> ticks = TestTrips.ticks();
    try (Journal journal = Journal.open(file)) {
      int trip = journal.begin(TestTrips.setup());
      for (TickRecord tick : ticks) {
        journal.append(trip, tick, List.of(), List.of());
      }
    }
    try (Journal journal = Journal.openExisting(file)) {
      assertEquals(List.of(1), journal.trips());
      assertEquals(ticks, journal.ticks(1));
      assertEquals(TestTrips.setup(), journal.findSetup(1).orElseThrow());
    }
  }

  @Test
  void replayedFromTheJournalTheDecisionsAreIdentical() throws IOException {
    Path file = folder.resolve("journal.db");
    List<Decision> made = record(file);
    try (Journal journal = Journal.openExisting(file)) {
      Rerun rerun = Rerun.of(journal, 1);
      assertEquals(made, rerun.journaled());
      assertEquals(made, rerun.today());
      assertEquals(List.of(), rerun.differences());
    }
    assertTrue(
        made.stream()
            .anyMatch(
                decision ->
                    decision instanceof Decision.Removed removed
                        && removed.product().equals(new ProductId("milk"))),
        () -> "milk came out again: " + made);
  }

  @Test
  void whatWasWeighedForSaleIsKept() throws IOException {
    Path file = folder.resolve("journal.db");
    TickRecord tick = new TickRecord(7, List.of(), List.of(), List.of(), List.of());
    Weighing weighing =
        new Weighing(
            1,
            new ProductId("grapes"),
            new Weighing.Result(641.2, 3, 640),
            7,
            new Weighing.Stability(300, true, 0.4),
            "scale sealed: calibration 2, configuration 1, log 00ff");
    try (Journal journal = Journal.open(file)) {
      journal.append(journal.begin(TestTrips.setup()), tick, List.of(), List.of(weighing));
      try (Journal other = Journal.openExisting(file)) {
        assertEquals(List.of(weighing), other.weighings(1), "before the journal is closed");
      }
    }
  }

  @Test
  void aSecondShopperOfTheDayIsJournaledToo() throws IOException {
    Path file = folder.resolve("journal.db");
    List<Decision> made = record(file);
    long later = 3_600_000_000_000L;
    try (Journal journal = Journal.openExisting(file)) {
      for (int i = 0; i < made.size(); i++) {
        TickRecord tick = new TickRecord(later + i, List.of(), List.of(), List.of(), List.of());
        journal.append(1, tick, List.of(made.get(i)), List.of());
      }
      List<Decision> twice = new ArrayList<>(made);
      twice.addAll(made);
      assertEquals(twice, journal.decisions(1), "numbers begin anew with each shopper");
    }
  }

  @Test
  void aDecisionThatTodaysCodeWouldNotMakeIsNamed() throws IOException {
    Path file = folder.resolve("journal.db");
    record(file);
    try (Journal journal = Journal.openExisting(file)) {
      Rerun rerun = Rerun.of(journal, 1);
      Rerun other = new Rerun(rerun.journaled().subList(0, 1), rerun.steps());
      Rerun.Difference difference = other.differences().getFirst();
      assertEquals(2, difference.number());
      assertTrue(difference.then().isEmpty());
      assertTrue(difference.now().isPresent());
    }
  }

  @Test
  void aDecisionIsSeenByAnotherReaderBeforeTheJournalIsClosed() throws IOException {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      List<Decision> made = play(journal, TestTrips.ticks().subList(0, 300));
      try (Journal other = Journal.openExisting(file)) {
        assertEquals(made, other.decisions(1));
        assertTrue(!made.isEmpty());
      }
    }
  }

  @Test
  void anotherProgramsFileIsRefusedInOneLine() throws IOException {
    Path file = folder.resolve("journal.db");
    Files.writeString(file, "not a database, but long enough to be taken for one".repeat(100));
    BadJournalException refused =
        assertThrows(BadJournalException.class, () -> Journal.openExisting(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("journal.db"));
    assertThrows(
        BadJournalException.class, () -> Journal.openExisting(folder.resolve("missing.db")));
  }

  private static List<Decision> record(Path file) throws IOException {
    try (Journal journal = Journal.open(file)) {
      return play(journal, TestTrips.ticks());
    }
  }

  private static List<Decision> play(Journal journal, List<TickRecord> ticks) throws IOException {
    TripSetup setup = TestTrips.setup();
    int trip = journal.begin(setup);
    CartCore core = setup.core();
    CartState state = core.start(setup.startNanos());
    List<Decision> made = new ArrayList<>();
    for (TickRecord tick : ticks) {
      CartCore.Step step = core.tick(state, tick);
      state = step.state();
      journal.append(trip, tick, step.decisions(), step.weighings());
      made.addAll(step.decisions());
    }
    return made;
  }
}
