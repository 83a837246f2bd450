package pannier.hal.i2c;

/**
 * Tells gravity from the cart's own motion: gravity is the slow part of what is felt. A vector in
 * m/s², on the sensor's axes.
 */
final class Gravity {
  /**
   * A hand that starts a cart pushes for about a second; a floor's joints shake ten times faster.
   */
  private static final double CONSTANT_SECONDS = 0.5;

  private final double[] level;
  private final double[] slow = new double[3];
  private boolean started;

  /**
   * @param level what is felt while the cart stands on a level floor; any length above zero
   */
  Gravity(double[] level) {
    this.level = level.clone();
  }

  void feel(double[] felt, double seconds) {
    double share = started ? Math.min(1, seconds / CONSTANT_SECONDS) : 1;
    started = true;
    for (int i = 0; i < 3; i++) {
      slow[i] += share * (felt[i] - slow[i]);
    }
  }

  /** Between gravity and the level floor's, 0 to 90. */
  double tiltDegrees() {
    double dot = 0;
    for (int i = 0; i < 3; i++) {
      dot += slow[i] * level[i];
    }
    double cosine = dot / Math.max(1e-9, length(slow) * length(level));
    return Math.min(90, Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1))));
  }

  /** What is felt beside gravity. */
  double accelerationMps2(double[] felt) {
    double[] rest = {felt[0] - slow[0], felt[1] - slow[1], felt[2] - slow[2]};
    return length(rest);
  }

  private static double length(double[] vector) {
    return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
  }
}
