package pannier.domain.mass;

/**
 * A mass that is known with an uncertainty, as a normal distribution.
 *
 * @param mean the expected mass
 * @param standardDeviationGrams one standard deviation, zero or more
 */
public record MassSpread(Mass mean, double standardDeviationGrams) {
  public MassSpread {
    if (!(standardDeviationGrams >= 0) || Double.isInfinite(standardDeviationGrams)) {
      throw new IllegalArgumentException("spread of %s g".formatted(standardDeviationGrams));
    }
  }

  public double varianceGrams2() {
    return standardDeviationGrams * standardDeviationGrams;
  }
}
