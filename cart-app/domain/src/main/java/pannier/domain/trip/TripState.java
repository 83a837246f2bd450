package pannier.domain.trip;

import java.util.List;
import java.util.Optional;
import pannier.domain.audit.Remarks;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;

/**
 * Where a trip stands. Each state offers its legal moves and no other: {@code Idle → Shopping ⇄
 * Asking ⇄ NeedsStaff → Reviewing → Settling → Settled | Declined → Idle}.
 */
public sealed interface TripState {
  /** The trip that it is a state of; empty without one. */
  default Optional<Trip> onTrip() {
    return switch (this) {
      case Idle _ -> Optional.empty();
      case Running running -> Optional.of(running.trip());
      case Settling settling -> Optional.of(settling.trip());
      case Settled settled -> Optional.of(settled.trip());
    };
  }

  /** That trip's id; empty without one. */
  default String tripId() {
    return onTrip().map(Trip::id).orElse("");
  }

  /**
   * No trip.
   *
   * @param ending why the last start was refused, or how the last trip was closed
   */
  record Idle(Ending ending) implements TripState {
    public static final Idle FREE = new Idle(new Ending.Quiet());

    Shopping start(String tripId, long nanos, Accord.Basis basis) {
      return new Shopping(new Trip(tripId, 0, nanos, Remarks.NONE, Accord.NONE.with(basis)));
    }

    Idle refused(Ending why) {
      return new Idle(why);
    }
  }

  /** A trip that has not ended. */
  sealed interface Running extends TripState {
    Trip trip();

    /** Staff close it without payment. */
    default Idle close(Ending how) {
      return new Idle(how);
    }
  }

  /** A trip whose basket may change. */
  sealed interface Open extends Running {
    Open with(Trip trip);

    default Shopping clear() {
      return new Shopping(trip());
    }

    default Asking ask() {
      return new Asking(trip());
    }

    default NeedsStaff callStaff(Call call, boolean standing) {
      return new NeedsStaff(trip(), call, standing);
    }
  }

  /** All well: things go in and out. Only from here can be paid. */
  record Shopping(Trip trip) implements Open {
    @Override
    public Shopping with(Trip changed) {
      return new Shopping(changed);
    }

    Reviewing pay(List<BillLine> lines) {
      Trip next = trip.nextAttempt();
      return new Reviewing(
          next, new Bill(next.id(), next.attempts(), lines, next.remarks(), next.accord()));
    }
  }

  /** At least one question or hold is open; shopping goes on. */
  record Asking(Trip trip) implements Open {
    @Override
    public Asking with(Trip changed) {
      return new Asking(changed);
    }
  }

  /**
   * Staff were called; shopping goes on.
   *
   * @param standing it ends only by staff's word; otherwise also when nothing is open any more
   */
  record NeedsStaff(Trip trip, Call call, boolean standing) implements Open {
    @Override
    public NeedsStaff with(Trip changed) {
      return new NeedsStaff(changed, call, standing);
    }
  }

  /** The bill is frozen and shown. */
  record Reviewing(Trip trip, Bill bill) implements Running {
    /** Paid otherwise: nobody was sent the bill yet. */
    Reviewing with(Accord accord) {
      return new Reviewing(trip.with(accord), bill.with(accord));
    }

    /** The bill is void; a later one has a higher attempt. */
    Shopping back() {
      return new Shopping(trip);
    }

    Settling exit() {
      return new Settling(trip, bill, false);
    }
  }

  /**
   * The gate has the bill, or will have it.
   *
   * @param cancelled the basket changed meanwhile; the gate's answer still decides
   */
  record Settling(Trip trip, Bill bill, boolean cancelled) implements TripState {
    Settling cancel() {
      return new Settling(trip, bill, true);
    }

    Settled settled(String receiptId) {
      return new Settled(trip, bill, receiptId);
    }

    Declined declined(String reason) {
      return new Declined(trip, bill, reason);
    }
  }

  /** Paid. */
  record Settled(Trip trip, Bill bill, String receiptId) implements TripState {
    Idle done() {
      return Idle.FREE;
    }
  }

  /** Not paid, and nothing charged: back to shopping and a new attempt, or closed by staff. */
  record Declined(Trip trip, Bill bill, String reason) implements Running {
    /** The next attempt will be paid otherwise. */
    Declined with(Accord accord) {
      return new Declined(trip.with(accord), bill, reason);
    }

    Shopping back() {
      return new Shopping(trip);
    }
  }
}
