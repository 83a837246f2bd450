package pannier.domain.calibration;

import java.util.stream.DoubleStream;

/** What the four converters give, in counts; one that did not answer is NaN. */
public record Counts(double frontLeft, double frontRight, double rearLeft, double rearRight) {
  static final int CORNERS = 4;

  /** Corner 0 is front left, 1 front right, 2 rear left, 3 rear right. */
  double at(int corner) {
    return switch (corner) {
      case 0 -> frontLeft;
      case 1 -> frontRight;
      case 2 -> rearLeft;
      case 3 -> rearRight;
      default -> throw new IllegalArgumentException("corner " + corner);
    };
  }

  boolean complete() {
    return DoubleStream.of(frontLeft, frontRight, rearLeft, rearRight).allMatch(Double::isFinite);
  }
}
