package pannier.domain.mass;

/**
 * A mass, or a change of one.
 *
 * @param grams finite; negative for what was taken out
 */
public record Mass(double grams) implements Comparable<Mass> {
  public static final Mass ZERO = new Mass(0);

  private static final double MILLIGRAMS_PER_GRAM = 1000;

  public Mass {
    if (!Double.isFinite(grams)) {
      throw new IllegalArgumentException("mass of %s g".formatted(grams));
    }
  }

  public static Mass ofGrams(double grams) {
    return new Mass(grams);
  }

  public static Mass ofMilligrams(long milligrams) {
    return new Mass(milligrams / MILLIGRAMS_PER_GRAM);
  }

  /** Rounded to whole ones. */
  public long milligrams() {
    return Math.round(grams * MILLIGRAMS_PER_GRAM);
  }

  public Mass plus(Mass other) {
    return new Mass(grams + other.grams);
  }

  public Mass minus(Mass other) {
    return new Mass(grams - other.grams);
  }

  public Mass times(double factor) {
    return new Mass(grams * factor);
  }

  @Override
  public int compareTo(Mass other) {
    return Double.compare(grams, other.grams);
  }
}
