package pannier.web;

import java.io.IOException;
import pannier.domain.money.CardNumbers;

/**
 * A request that is not done, and why: sent as a problem body (RFC 9457) whose detail names the
 * place, what was found and what would be right.
 */
public final class HttpProblem extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  /**
   * @param status 400 to 599
   */
  public HttpProblem(int status, String detail) {
    this(status, "", detail);
  }

  /**
   * @param status 400 to 599
   * @param code a short word that pages may have a sentence for, in each language; may be empty
   */
  public HttpProblem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** A value that is not one of the right ones. */
  public static HttpProblem wrong(String place, String found, String wanted) {
    String masked = CardNumbers.masked(found);
    String shown = masked.length() > 60 ? masked.substring(0, 60) + "…" : masked;
    return new HttpProblem(400, "%s: found %s; expected %s".formatted(place, shown, wanted));
  }

  /** The text, unless a payment card's number is in it: those are for the gate's reader alone. */
  static String uncarded(String place, String text) throws HttpProblem {
    if (CardNumbers.in(text)) {
      throw new HttpProblem(
          400, "card-number", place + ": found a payment card's number; expected none anywhere");
    }
    return text;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
