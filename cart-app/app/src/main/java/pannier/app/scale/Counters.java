package pannier.app.scale;

/**
 * The two counters of a weighing instrument whose software seals itself (WELMEC 7.2, extension L
 * and P7; OIML R 76-1, 5.5): they only ever go up.
 *
 * @param calibration how often it was calibrated
 * @param configuration how often what bears on weighing was set otherwise
 */
public record Counters(int calibration, int configuration) {
  static final Counters ZERO = new Counters(0, 0);
}
