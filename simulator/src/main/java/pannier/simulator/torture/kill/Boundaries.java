package pannier.simulator.torture.kill;

import java.util.List;

/**
 * Where a program may die, all of them. {@code before} and {@code after} are those of a call;
 * {@code written}: within a transaction of the ledger, whose rows are written and not committed;
 * {@code sent}: as the network sees the datagram.
 */
final class Boundaries {
  static final String REPLY_SENT = "reply.sent";
  static final String REQUEST_SENT = "request.sent";
  static final String SUBMIT = "submit.before";
  static final String WITHDRAW = "withdraw.before";
  static final String HEARD = "outcome.heard";

  /** Of the gate, in the order in which a settlement, a refusal and a withdrawal pass them. */
  static final List<String> GATE =
      List.of(
          "listTrip.before",
          "intend.before",
          "intend.written",
          "intend.after",
          "authorise.before",
          "authorise.after",
          "find.before",
          "find.after",
          "settle.before",
          "settle.written",
          "settle.after",
          "open.before",
          "open.after",
          "opened.before",
          "opened.written",
          "opened.after",
          REPLY_SENT,
          "capture.before",
          "capture.after",
          "captured.before",
          "captured.written",
          "captured.after",
          "giveUp.before",
          "giveUp.written",
          "giveUp.after",
          "cancel.before",
          "cancel.after",
          "decline.before",
          "decline.written",
          "decline.after",
          "withdraw.before",
          "withdraw.written",
          "withdraw.after");

  /** Of a cart. */
  static final List<String> CART =
      List.of(
          SUBMIT,
          "settle.before",
          REQUEST_SENT,
          "settle.after",
          HEARD,
          WITHDRAW,
          "void.before",
          "void.after");

  private Boundaries() {}
}
