package pannier.app.rerun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pannier.app.journal.BadJournalException;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TickRecord;

/**
 * A journaled trip, played again through today's core.
 *
 * @param journaled the decisions as they were made
 * @param steps what today's core gives, tick by tick
 */
public record Rerun(List<Decision> journaled, List<CartCore.Step> steps) {
  public Rerun {
    journaled = List.copyOf(journaled);
    steps = List.copyOf(steps);
  }

  /** Plays trip {@code number} of a journal again. */
  public static Rerun of(Journal journal, int number) throws IOException {
    TripSetup setup =
        journal
            .findSetup(number)
            .orElseThrow(() -> new BadJournalException("no trip %d in it".formatted(number)));
    CartCore core = setup.core();
    CartState state = core.start(setup.startNanos());
    List<CartCore.Step> steps = new ArrayList<>();
    for (TickRecord record : journal.ticks(number)) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      steps.add(step);
    }
    return new Rerun(journal.decisions(number), steps);
  }

  /** The decisions that today's core makes. */
  public List<Decision> today() {
    return steps.stream().flatMap(step -> step.decisions().stream()).toList();
  }

  /** Where the two differ, by decision number. */
  public List<Difference> differences() {
    List<Decision> today = today();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(journaled.size(), today.size()); i++) {
      Optional<Decision> then = find(journaled, i);
      Optional<Decision> now = find(today, i);
      if (!Objects.equals(then, now)) {
        differences.add(new Difference(i + 1, then, now));
      }
    }
    return differences;
  }

  private static Optional<Decision> find(List<Decision> decisions, int index) {
    return index < decisions.size() ? Optional.of(decisions.get(index)) : Optional.empty();
  }

  /** One decision that would be made differently; empty where there is none. */
  public record Difference(int number, Optional<Decision> then, Optional<Decision> now) {}
}
