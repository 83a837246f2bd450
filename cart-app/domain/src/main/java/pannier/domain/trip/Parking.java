package pannier.domain.trip;

import java.time.Duration;
import pannier.domain.evidence.MotionSample;
import pannier.domain.trip.CartState.Brake;
import pannier.domain.trip.TripState.Open;

/**
 * The brake holds a cart that was left alone with a basket, so that it rolls nowhere and nobody
 * wheels it out by mistake. Whoever touches, loads or pushes it frees it at once, and for as long
 * again; a cart whose battery or motion sensor is in trouble, or that was never felt to stand
 * still, is never held.
 */
final class Parking {
  /** Longer than a talk at the cheese counter; as staff are told of it ({@link Absence}). */
  static final Duration LEFT = Absence.ABANDONED;

  /** What a person who pushes against the brake makes the cart feel. */
  private static final double PUSHED_MPS2 = 0.3;

  /** The last word of a motion sensor counts for so long. */
  private static final Duration HEARD = Duration.ofSeconds(2);

  private Parking() {}

  /** Holds or frees it, after everything else of the tick. */
  static void look(Draft draft, Sensing.Sensed sensed, TickRecord record) {
    Brake brake = draft.brake;
    if (!record.inputs().stream().allMatch(Parking::byItself)
        || !sensed.steps().isEmpty()
        || !draft.watch.scale().settled()) {
      brake = brake.used(draft.nanos);
    }
    for (MotionSample motion : record.motion()) {
      brake = brake.heard(motion.timestampNanos());
      if (motion.accelerationMps2() > PUSHED_MPS2) {
        brake = brake.used(draft.nanos);
      }
    }
    boolean holds = mayHold(draft, brake);
    if (holds != brake.holds()) {
      draft.outbox.brake(holds);
    }
    draft.brake = brake.holding(holds);
  }

  private static boolean mayHold(Draft draft, Brake brake) {
    if (!(draft.trip instanceof Open open)) {
      return false;
    }
    long since = Math.max(open.trip().startedNanos(), brake.usedNanos());
    return !draft.basket.isEmpty()
        && draft.watch.scaleDistrust().isEmpty()
        && draft.watch.troubles().isEmpty()
        && draft.nanos - brake.heardNanos() <= HEARD.toNanos()
        && draft.nanos - since > LEFT.toNanos();
  }

  /** What comes without anybody at the cart. */
  private static boolean byItself(Input input) {
    return input instanceof Input.Today
        || input instanceof Input.PriceList
        || input instanceof Input.TripsBefore
        || input instanceof Input.Equipment
        || input instanceof Input.GateSettled
        || input instanceof Input.GateDeclined
        || input instanceof Input.CheckAwaited
        || input instanceof Input.CardRefused
        || input instanceof Input.LoginRefused;
  }
}
