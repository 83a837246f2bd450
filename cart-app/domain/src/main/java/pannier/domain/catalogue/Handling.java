package pannier.domain.catalogue;

/**
 * How a product is handled on the way to a price.
 *
 * @param tareGrams of its packaging, 0 or more; taken off what the scale says
 * @param ageLimit years that the shopper must have, 0 for none; staff approve it
 * @param embedded what a code with a prefix of 2 carries for it
 * @param mostReductionPercent the largest reduction that a sticker may name, 0 for none
 */
public record Handling(
    double tareGrams, int ageLimit, Embedded embedded, int mostReductionPercent) {
  /** Nothing special. */
  public static final Handling PLAIN = new Handling(0, 0, Embedded.NOTHING, 0);

  public static final int OLDEST = 99;

  public Handling {
    if (!(tareGrams >= 0) || ageLimit < 0 || ageLimit > OLDEST) {
      throw new IllegalArgumentException("tare %s g, age %d".formatted(tareGrams, ageLimit));
    }
    if (mostReductionPercent < 0 || mostReductionPercent > 100) {
      throw new IllegalArgumentException("a reduction of %d %%".formatted(mostReductionPercent));
    }
  }

  /** What a shop's own code (GS1 General Specifications, variable measure items) carries. */
  public enum Embedded {
    NOTHING("none"),
    PRICE("price"),
    MASS("mass");

    private final String word;

    Embedded(String word) {
      this.word = word;
    }

    /** Its name in files. */
    public String word() {
      return word;
    }
  }
}
