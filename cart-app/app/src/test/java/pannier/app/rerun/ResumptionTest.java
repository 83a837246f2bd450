package pannier.app.rerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.app.journal.BadJournalException;
import pannier.app.journal.Journal;
import pannier.app.journal.TestTrips;
import pannier.app.journal.TripSetup;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;
import pannier.domain.trip.TripState;

final class ResumptionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 80, 151, 152, 200, 260, 451, 500, 599})
  void aTripThatThePowerCutGoesOnToTheSameDecisions(int cutAtTick) throws IOException {
    List<TickRecord> ticks = TestTrips.ticks();
    List<Decision> uncut = decisions(TestTrips.setup().core(), start(), ticks);
    Path left = powerCutAfter(ticks.subList(0, cutAtTick));
    try (Journal journal = Journal.openExisting(left)) {
      Resumption resumed = Resumption.of(journal).orElseThrow();
      assertTrue(
          resumed.lastNanos() > ticks.get(cutAtTick - 1).nanos() - 1_100_000_000L,
          "at most a second of undecided ticks is lost");
      List<Decision> all = new ArrayList<>(journal.decisions(resumed.number()));
      List<TickRecord> rest =
          ticks.stream().filter(tick -> tick.nanos() > resumed.lastNanos()).toList();
      all.addAll(decisions(resumed.setup().core(), resumed.state(), rest));
      assertEquals(uncut, all);
    }
  }

  @Test
  void aCartThatWasFreeStartsAfresh() throws IOException {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      assertEquals(Optional.empty(), Resumption.of(journal));
      journal.begin(TestTrips.setup());
      assertEquals(Optional.empty(), Resumption.of(journal));
    }
  }

  @Test
  void aBillThatTheGateHasNotAnsweredIsSentAgainUnderItsOldKey() throws IOException {
    List<TickRecord> ticks = new ArrayList<>(TestTrips.ticks().subList(0, 400));
    ticks.set(390, with(ticks.get(390), new Input.Pay()));
    ticks.set(395, with(ticks.get(395), new Input.Exit()));
    Path file = folder.resolve("journal.db");
    record(file, ticks);
    try (Journal journal = Journal.openExisting(file)) {
      Resumption resumed = Resumption.of(journal).orElseThrow();
      TripState.Settling settling = (TripState.Settling) resumed.state().trip();
      List<String> sent = new ArrayList<>();
      for (var effect : resumed.setup().core().reissue(resumed.state())) {
        if (effect instanceof pannier.domain.trip.Effect.Settle settle) {
          sent.add(settle.bill().tripId() + " " + settle.bill().attempt());
        }
      }
      assertEquals(
          List.of(settling.bill().tripId() + " " + settling.bill().attempt()), sent, "once");
    }
  }

  @Test
  void aTripThatTodaysProgramWouldDecideOtherwiseIsNotTakenOver() throws IOException {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      int trip = journal.begin(TestTrips.setup());
      for (TickRecord tick : TestTrips.ticks()) {
        journal.append(trip, tick, List.of(), List.of());
      }
      BadJournalException refused =
          assertThrows(BadJournalException.class, () -> Resumption.of(journal));
      assertTrue(String.valueOf(refused.getMessage()).contains("staffed till"));
    }
  }

  private static TickRecord with(TickRecord tick, Input input) {
    return new TickRecord(tick.nanos(), tick.load(), tick.motion(), tick.vision(), List.of(input));
  }

  private static CartState start() {
    return TestTrips.setup().core().start(TestTrips.setup().startNanos());
  }

  private static List<Decision> decisions(CartCore core, CartState from, List<TickRecord> ticks) {
    List<Decision> made = new ArrayList<>();
    CartState state = from;
    for (TickRecord tick : ticks) {
      CartCore.Step step = core.tick(state, tick);
      state = step.state();
      made.addAll(step.decisions());
    }
    return made;
  }

  /** The journal's files as they are while it is still open: what a dead cart leaves. */
  private Path powerCutAfter(List<TickRecord> ticks) throws IOException {
    Path live = Files.createDirectory(folder.resolve("live"));
    Path left = Files.createDirectory(folder.resolve("left"));
    try (Journal journal = Journal.open(live.resolve("journal.db"))) {
      append(journal, ticks);
      try (var files = Files.list(live)) {
        for (Path file : files.filter(each -> !each.toString().endsWith("-shm")).toList()) {
          Files.copy(file, left.resolve(file.getFileName().toString()));
        }
      }
    }
    return left.resolve("journal.db");
  }

  private static void record(Path file, List<TickRecord> ticks) throws IOException {
    try (Journal journal = Journal.open(file)) {
      append(journal, ticks);
    }
  }

  private static void append(Journal journal, List<TickRecord> ticks) throws IOException {
    TripSetup setup = TestTrips.setup();
    int trip = journal.begin(setup);
    CartCore core = setup.core();
    CartState state = core.start(setup.startNanos());
    for (TickRecord tick : ticks) {
      CartCore.Step step = core.tick(state, tick);
      state = step.state();
      journal.append(trip, tick, step.decisions(), step.weighings());
    }
  }
}
