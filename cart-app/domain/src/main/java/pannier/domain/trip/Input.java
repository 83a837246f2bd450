package pannier.domain.trip;

import pannier.domain.catalogue.ProductId;

/** What a person or the gate did. */
public sealed interface Input {
  /** A trip starts, named by its id (unique for ever). */
  record Start(String tripId) implements Input {}

  /** The shopper says what the question with decision number {@code asked} was about. */
  record Answer(int asked, ProductId product) implements Input {}

  /** The shopper says that the question or hold {@code asked} was none of the shop's products. */
  record AnswerNothing(int asked) implements Input {}

  /** <em>Pay</em>: freeze the bill. */
  record Pay() implements Input {}

  /** Back to shopping from the review. */
  record Back() implements Input {}

  /** At the gate: settle the frozen bill. */
  record Exit() implements Input {}

  /** The gate took payment for {@code attempt}. */
  record GateSettled(int attempt, String receiptId) implements Input {}

  /** The gate refused {@code attempt}. */
  record GateDeclined(int attempt, String reason) implements Input {}
}
