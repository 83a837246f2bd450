package pannier.gate.console;

import java.util.Locale;
import pannier.web.HttpProblem;

/** Why the console does not do something; its pages have a sentence for each, in each language. */
enum Refusal {
  SIGN_IN_WRONG(401, "name or password is wrong, or the account is locked"),
  MANAGERS_ONLY(403, "only managers may do this"),
  PASSWORD_SHORT(
      400, "password: expected %d characters or more".formatted(Accounts.SHORTEST_PASSWORD)),
  TRIP_OVER(409, "the cart is not on this trip any more"),
  CART_BUSY(409, "the cart takes no more orders now"),
  CART_NOT_FREE(409, "staff work at a cart while it is free, and at no other time"),
  CASH_GONE(409, "nothing is open under this code any more"),
  CASH_DONE(409, "somebody else has just done it"),
  DECIDED(409, "it is decided already"),
  NO_REFUND(409, "it is more than is left of the line"),
  NO_RECEIPT(404, "no such receipt"),
  NO_IMPORT(409, "this gate's catalogue is not a CSV file"),
  GATE_NOT_OPEN(503, "the gate has not opened its door yet"),
  NOT_PAIRED(409, "the cart is not paired"),
  NO_MOVE(409, "the basket cannot be moved");

  private final int status;
  private final String detail;

  Refusal(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** As pages know it: {@code TRIP_OVER} is {@code trip-over}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  HttpProblem problem() {
    return problem(detail);
  }

  /** With more exact words for whoever reads no page. */
  HttpProblem problem(String exactly) {
    return new HttpProblem(status, code(), exactly);
  }
}
