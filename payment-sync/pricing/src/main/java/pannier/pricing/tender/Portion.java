package pannier.pricing.tender;

/**
 * What one tender paid of one line.
 *
 * @param tender its place among the tenders, from 0
 * @param line its place on the bill, from 0
 * @param minor 1 or more
 */
public record Portion(int tender, int line, Part part, long minor) {
  public Portion {
    if (minor < 1) {
      throw new IllegalArgumentException("a portion of " + minor);
    }
  }

  /** What of a line is paid. */
  public enum Part {
    GOODS("goods"),
    TAX("tax"),
    DEPOSIT("deposit");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** Its name in files and messages. */
    public String word() {
      return word;
    }
  }
}
