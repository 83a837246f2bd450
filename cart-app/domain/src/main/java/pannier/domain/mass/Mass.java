package pannier.domain.mass;

/**
 * A mass, or a change of one.
 *
 * @param grams finite; negative for what was taken out
 */
public record Mass(double grams) implements Comparable<Mass> {
  public static final Mass ZERO = new Mass(0);

  public Mass {
    if (!Double.isFinite(grams)) {
      throw new IllegalArgumentException("mass of %s g".formatted(grams));
    }
  }

  public static Mass ofGrams(double grams) {
    return new Mass(grams);
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
