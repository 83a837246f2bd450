package pannier.wire;

/**
 * What was taken off a line, and why.
 *
 * @param name the promotion's, as the shop writes it
 * @param minor 1 or more
 */
public record ReceiptReduction(String name, long minor) {
  public ReceiptReduction {
    Limits.text("reduction", name, Limits.LONGEST_TEXT);
    Limits.range("reduction", minor, 1, Limits.MOST_MINOR);
  }
}
