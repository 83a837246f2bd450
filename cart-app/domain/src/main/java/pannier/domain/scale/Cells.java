package pannier.domain.scale;

import java.util.function.DoubleBinaryOperator;
import pannier.domain.evidence.LoadSample;

/** Four loads in grams, one a corner; a load, or a change of one. */
record Cells(double frontLeft, double frontRight, double rearLeft, double rearRight) {
  static final Cells ZERO = new Cells(0, 0, 0, 0);

  static Cells of(LoadSample sample) {
    return new Cells(
        sample.frontLeftGrams(),
        sample.frontRightGrams(),
        sample.rearLeftGrams(),
        sample.rearRightGrams());
  }

  double totalGrams() {
    return frontLeft + frontRight + rearLeft + rearRight;
  }

  Cells plus(Cells other) {
    return with(other, Double::sum);
  }

  Cells minus(Cells other) {
    return with(other, (a, b) -> a - b);
  }

  Cells times(double factor) {
    return new Cells(
        frontLeft * factor, frontRight * factor, rearLeft * factor, rearRight * factor);
  }

  /** The largest change of a corner, whatever its sign. */
  double largestGrams() {
    return Math.max(
        Math.max(Math.abs(frontLeft), Math.abs(frontRight)),
        Math.max(Math.abs(rearLeft), Math.abs(rearRight)));
  }

  /** The corner that bears most. */
  double heaviestGrams() {
    return Math.max(Math.max(frontLeft, frontRight), Math.max(rearLeft, rearRight));
  }

  /**
   * Where the load lies from left (0) to right (1); outside that range for a load off the cells.
   */
  double acrossFraction() {
    return (frontRight + rearRight) / totalGrams();
  }

  /** Where the load lies from front (0) to rear (1). */
  double alongFraction() {
    return (rearLeft + rearRight) / totalGrams();
  }

  private Cells with(Cells other, DoubleBinaryOperator f) {
    return new Cells(
        f.applyAsDouble(frontLeft, other.frontLeft),
        f.applyAsDouble(frontRight, other.frontRight),
        f.applyAsDouble(rearLeft, other.rearLeft),
        f.applyAsDouble(rearRight, other.rearRight));
  }
}
