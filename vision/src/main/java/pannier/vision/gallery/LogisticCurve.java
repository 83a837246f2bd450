package pannier.vision.gallery;

import java.util.List;

/**
 * From a claim to the probability that the thing is known: {@code 1 / (1 + exp(−(slope claim +
 * offset)))}.
 */
record LogisticCurve(double slope, double offset) {
  /** One claim whose truth is known, with its weight in the fit. */
  record Observation(double claim, boolean known, double weight) {}

  private static final int NEWTON_STEPS = 25;

  /** Keeps the fit finite when known and unknown do not overlap. */
  private static final double RIDGE = 1e-3;

  private static final double TINY = 1e-12;

  double known(double claim) {
    return logistic(slope * claim + offset);
  }

  /** 1 − {@link #known}, exact where that is tiny. */
  double unknown(double claim) {
    return logistic(-(slope * claim + offset));
  }

  /** Weighted logistic regression by Newton's method; the weights' sum is 1. */
  static LogisticCurve fit(List<Observation> observations) {
    double middle = 0;
    for (Observation one : observations) {
      middle += one.weight * one.claim;
    }
    double square = 0;
    for (Observation one : observations) {
      square += one.weight * (one.claim - middle) * (one.claim - middle);
    }
    double spread = StrictMath.sqrt(square) + TINY;
    LogisticCurve curve = new LogisticCurve(1, 0);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      curve = curve.step(observations, middle, spread);
    }
    return new LogisticCurve(curve.slope / spread, curve.offset - curve.slope * middle / spread);
  }

  private LogisticCurve step(List<Observation> observations, double middle, double spread) {
    double slopeGradient = RIDGE * slope;
    double offsetGradient = 0;
    double slopeCurve = RIDGE;
    double bothCurve = 0;
    double offsetCurve = RIDGE;
    for (Observation one : observations) {
      double x = (one.claim - middle) / spread;
      double probability = logistic(slope * x + offset);
      double gap = one.weight * (probability - (one.known ? 1 : 0));
      double curve = one.weight * probability * (1 - probability);
      slopeGradient += gap * x;
      offsetGradient += gap;
      slopeCurve += curve * x * x;
      bothCurve += curve * x;
      offsetCurve += curve;
    }
    double determinant = slopeCurve * offsetCurve - bothCurve * bothCurve;
    return new LogisticCurve(
        slope - (offsetCurve * slopeGradient - bothCurve * offsetGradient) / determinant,
        offset - (slopeCurve * offsetGradient - bothCurve * slopeGradient) / determinant);
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-Math.clamp(x, -500, 500)));
  }
}
