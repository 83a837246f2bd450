package pannier.domain.weighing;

import java.time.Duration;

/**
 * What the scale may sell by.
 *
 * @param stepGrams e, the verification interval: masses that are sold are multiples of it (OIML R
 *     76-1, 3.2)
 * @param leastGrams Min, below which nothing is sold by mass: 20 e in class III (R 76-1, table 3)
 * @param stillMps2 a cart that feels more is rolling; a smooth floor gives 0.25 m/s² at a walk, the
 *     sensor's own noise 0.02
 * @param stillFor so long it must have stood (R 76-1, 4.4.2 stability of equilibrium)
 * @param seal by which calibration it weighs, in words; empty where nothing is sealed
 */
public record WeighingRules(
    double stepGrams, double leastGrams, double stillMps2, Duration stillFor, String seal) {
  public WeighingRules {
    if (!(stepGrams > 0) || !(leastGrams >= 0) || !(stillMps2 > 0) || stillFor.isNegative()) {
      throw new IllegalArgumentException(
          "e = %s g, Min = %s g, %s m/s², %s"
              .formatted(stepGrams, leastGrams, stillMps2, stillFor));
    }
  }

  /** e = 5 g, Min = 100 g, as the cart's four cells of 20 kg are meant to reach. */
  public static WeighingRules standard() {
    return new WeighingRules(5, 100, 0.1, Duration.ofMillis(300), "");
  }

  /** The same on a calibrated cart. */
  public WeighingRules sealed(String other) {
    return new WeighingRules(stepGrams, leastGrams, stillMps2, stillFor, other);
  }

  /** As the scale indicates it: to the nearest step. */
  double indicated(double grams) {
    return Math.round(grams / stepGrams) * stepGrams;
  }
}
