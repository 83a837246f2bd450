package pannier.gate.settlement;

import pannier.gate.ledger.EncodedReply;
import pannier.wire.Problem;

/** What a cart is told. */
public sealed interface Answer {
  /** Final, and stored: the same whenever it is asked again. */
  record Replied(EncodedReply reply) implements Answer {}

  /** Not taken on, or not now. */
  record Refused(Problem problem) implements Answer {}
}
