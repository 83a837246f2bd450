package pannier.simulator.desk.play;

import pannier.domain.trip.CartCore;
import pannier.domain.trip.TickRecord;

/** One tick of a cart: what it was given, and what it made of it. */
public record Moment(TickRecord record, CartCore.Step step) {
  public long nanos() {
    return record.nanos();
  }
}
