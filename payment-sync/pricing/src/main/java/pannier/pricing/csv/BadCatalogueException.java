package pannier.pricing.csv;

import java.io.IOException;
import java.util.List;

/** A catalogue that cannot be used. The message is one line about the first fault. */
public final class BadCatalogueException extends IOException {
  private static final long serialVersionUID = 1;

  private final String message;
  private final transient List<BadCell> faults;

  /**
   * @param faults in the order of the file, at least one
   */
  public BadCatalogueException(List<BadCell> faults) {
    this.message = message(faults);
    this.faults = List.copyOf(faults);
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Every fault that was found, in the order of the file. */
  public List<BadCell> faults() {
    return faults;
  }

  private static String message(List<BadCell> faults) {
    String first = faults.getFirst().message();
    int more = faults.size() - 1;
    return more == 0 ? first : "%s (and %d more)".formatted(first, more);
  }
}
