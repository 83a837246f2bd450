package pannier.vision.motion;

/**
 * How far a cell may depart from the quiet scene without meaning anything, in grey levels summed
 * over channels: a floor for rounding, a share of its brightness for compression, and multiples of
 * what noise and flicker were seen to be.
 */
final class Tolerance {
  private static final float FLOOR = 9;
  private static final float PER_LEVEL = 0.03f;
  private static final float SIGMAS = 4;
  private static final float FLICKERS = 6;

  private Tolerance() {}

  static float levels(QuietScene scene, int cell, float sigmaLevels) {
    int i = 3 * cell;
    float brightness = scene.mean(i) + scene.mean(i + 1) + scene.mean(i + 2);
    return FLOOR
        + PER_LEVEL * brightness
        + Math.max(SIGMAS * sigmaLevels, FLICKERS * scene.flicker(cell));
  }
}
