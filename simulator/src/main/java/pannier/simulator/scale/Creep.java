package pannier.simulator.scale;

/**
 * How a loaded cell goes on giving. OIML R 60-1, 5.5.1 allows a class C3 cell 0.7 of its maximum
 * permissible error within 30 minutes; with 1.5 intervals of 3,000 and an apportioning factor of
 * 0.7 that is 0.0245 % of the load. The time constant keeps the last ten of those minutes within
 * the same clause's 0.15.
 */
final class Creep {
  private static final double FRACTION = 0.7 * 0.7 * 1.5 / 3000;
  private static final double CONSTANT_SECONDS = 480;

  private Creep() {}

  /** The part of a load that has been added {@code seconds} after it came; 0 before. */
  static double fraction(double seconds) {
    return seconds <= 0 ? 0 : FRACTION * (1 - StrictMath.exp(-seconds / CONSTANT_SECONDS));
  }
}
