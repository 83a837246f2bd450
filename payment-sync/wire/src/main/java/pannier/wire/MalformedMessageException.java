package pannier.wire;

import java.io.IOException;

/** Bytes that are not the message they should be. The message is one line. */
public final class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1;

  private final String message;

  /**
   * @param place the path to the fault, such as {@code settlement-request.bill.lines[3].pieces}
   * @param fault what was found there and what would be right
   */
  public MalformedMessageException(String place, String fault) {
    this.message = place + ": " + fault;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
