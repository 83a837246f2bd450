package pannier.app.rerun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.journal.BadJournalException;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TickRecord;
import pannier.domain.trip.TripState;

/**
 * Where a cart's power left it: the journal's last trip, played again to its last tick.
 *
 * @param number of the trip in the journal; its next ticks belong there
 * @param setup what the trip runs with to its end, whatever is in force by now
 * @param lastNanos the cart's clock at the last tick; later ticks must be later
 */
public record Resumption(int number, TripSetup setup, CartState state, long lastNanos) {
  /**
   * The last trip, if it was not over.
   *
   * @throws BadJournalException if today's program would have decided otherwise: the basket that
   *     the shopper saw is then not the one that it would come to
   */
  public static Optional<Resumption> of(Journal journal) throws IOException {
    List<Integer> trips = journal.trips();
    if (trips.isEmpty()) {
      return Optional.empty();
    }
    int number = trips.getLast();
    Resumption last = play(journal, number, journal.findSetup(number).orElseThrow());
    return last.state.trip() instanceof TripState.Idle ? Optional.empty() : Optional.of(last);
  }

  private static Resumption play(Journal journal, int number, TripSetup setup) throws IOException {
    CartCore core = setup.core();
    CartState state = core.start(setup.startNanos());
    long nanos = setup.startNanos();
    List<Decision> today = new ArrayList<>();
    for (TickRecord record : journal.ticks(number)) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      nanos = record.nanos();
      today.addAll(step.decisions());
    }
    if (!today.equals(journal.decisions(number))) {
      throw new BadJournalException(
          "trip %d was decided by another version of this program; close it at a staffed till"
              .formatted(number));
    }
    return new Resumption(number, setup, state, nanos);
  }
}
