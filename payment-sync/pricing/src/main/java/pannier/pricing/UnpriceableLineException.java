package pannier.pricing;

import java.io.IOException;

/** A line that has no price here. The message names the line and what is missing. */
public final class UnpriceableLineException extends IOException {
  private static final long serialVersionUID = 1;

  private final String message;

  /**
   * @param index the line's place, from 0
   */
  public UnpriceableLineException(int index, UnpricedLine line, String missing) {
    this.message = "line %d (%s): %s".formatted(index, line.product(), missing);
  }

  @Override
  public String getMessage() {
    return message;
  }
}
