package pannier.domain.trip;

import pannier.domain.basket.Bill;

/**
 * What the outside must do, after the decisions of the same step are on disk. Doing one with the
 * same id twice does no harm: after a restart {@link CartCore#reissue} gives them again.
 */
public sealed interface Effect {
  /** Unique in a cart's life since its first state. */
  long id();

  /** The screen changed: draw the state. */
  record Show(long id) implements Effect {}

  /** Tell the shopper something, such as why <em>Pay</em> waits. */
  record Say(long id, Notice notice) implements Effect {}

  /** The lamp's colour until the next one. */
  record Light(long id, Colour colour) implements Effect {}

  /** The brake holds the wheels, or lets them go, until the next one. */
  record Brake(long id, boolean holds) implements Effect {}

  /** A sound, once. */
  record Sound(long id, Tone tone) implements Effect {}

  /** Tell staff. */
  record TellStaff(long id, String reason) implements Effect {}

  /** Send the bill to the gate. Repeated with the same key it is the same settlement. */
  record Settle(long id, Bill bill) implements Effect {}

  /** Ask the gate whether this code, which a phone showed, begins a trip. */
  record LogIn(long id, String code) implements Effect {}

  /** The bill is void though it was sent: the gate may still answer either way. */
  record CancelSettlement(long id, String tripId, int attempt) implements Effect {}

  /** What the lamp says: free, all well, a question, help needed. */
  enum Colour {
    BLUE,
    GREEN,
    AMBER,
    RED
  }

  /** What the beeper says. */
  enum Tone {
    ADDED,
    REMOVED,
    QUESTION,
    HOLD,
    PAID,
    REFUSED
  }
}
