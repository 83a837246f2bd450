package pannier.web;

import java.io.IOException;

/**
 * A request that is not done, and why: sent as a problem body (RFC 9457) whose detail names the
 * place, what was found and what would be right.
 */
public final class HttpProblem extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status 400 to 599
   */
  public HttpProblem(int status, String detail) {
    super(detail);
    this.status = status;
  }

  /** A value that is not one of the right ones. */
  public static HttpProblem wrong(String place, String found, String wanted) {
    String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
    return new HttpProblem(400, "%s: found %s; expected %s".formatted(place, shown, wanted));
  }

  public int status() {
    return status;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
