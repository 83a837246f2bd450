package pannier.gate.settlement;

import pannier.gate.ledger.EncodedReply;
import pannier.wire.Kept;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** What a cart is told. */
public sealed interface Answer {
  /** Final, and stored: the same whenever it is asked again. */
  record Replied(EncodedReply reply) implements Answer {}

  /** Not taken on, or not now. */
  record Refused(Problem problem) implements Answer {}

  /** What came is kept. */
  static Answer kept() {
    return new Replied(EncodedReply.ofBytes(Kept.encode()));
  }

  static Answer refused(ProblemKind kind, String detail) {
    return new Refused(Problem.of(kind, detail));
  }
}
