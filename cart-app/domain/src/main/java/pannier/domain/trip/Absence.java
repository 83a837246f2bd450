package pannier.domain.trip;

import java.time.Duration;
import pannier.domain.trip.TripState.Open;
import pannier.domain.trip.TripState.Reviewing;
import pannier.domain.trip.TripState.Running;

/**
 * A cart that nobody touches or moves for long is abandoned: staff are told once, a frozen bill is
 * void, and the basket is kept for whoever comes back or closes the trip.
 */
final class Absence {
  /**
   * Longer than a talk at the cheese counter. An estimate; the scale feels every step of a cart.
   */
  static final Duration ABANDONED = Duration.ofMinutes(15);

  private final CartConfig config;

  Absence(CartConfig config) {
    this.config = config;
  }

  void look(Draft draft) {
    if (config.sensors().scale()
        && draft.trip instanceof Running running
        && draft.watch.scale().settled()) {
      long started = running.trip().startedNanos();
      long since = Math.max(started, draft.watch.scale().stirredNanos());
      if (draft.nanos - since > ABANDONED.toNanos()) {
        abandoned(draft, Duration.ofNanos(since - started));
      }
    }
  }

  private static void abandoned(Draft draft, Duration since) {
    String remark = "left alone since minute %d of the trip".formatted(since.toMinutes());
    if (draft.trip instanceof Reviewing reviewing) {
      draft.trip = reviewing.back();
    }
    if (draft.trip instanceof Open open && !open.trip().flags().contains(remark)) {
      draft.flag(remark);
      draft.outbox.tellStaff(remark);
    }
  }
}
