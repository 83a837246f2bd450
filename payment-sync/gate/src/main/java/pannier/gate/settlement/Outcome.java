package pannier.gate.settlement;

import java.util.Optional;
import pannier.wire.SettlementKey;

/**
 * What came of a request.
 *
 * @param opened the attempt for which the barrier has just opened: it is noted after the answer
 *     went out, and before anybody else works on the trip
 */
record Outcome(Answer answer, Optional<SettlementKey> opened) {
  /** With nothing left to do. */
  static Outcome of(Answer answer) {
    return new Outcome(answer, Optional.empty());
  }
}
