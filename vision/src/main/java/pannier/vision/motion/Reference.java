package pannier.vision.motion;

/**
 * A quiet scene made ready to be compared with. Each channel of a cell has a range of values that
 * count as the same: half-way to its neighbours, because a camera that shakes by half a cell, or a
 * harder compression, moves an edge by that much.
 */
public final class Reference {
  /** A scene is the mean of some pictures: this share of a picture's noise is left in it. */
  private static final float SCENE_SHARE = 0.5f;

  private QuietScene scene;
  private float sigmaLevels;
  private final float[] low;
  private final float[] high;
  private final float[] tolerance;

  /**
   * @param sigmaLevels the noise of what it will be compared with, see {@link NoiseMeter}
   */
  public Reference(QuietScene scene, float sigmaLevels) {
    this.scene = scene;
    low = new float[3 * scene.cells()];
    high = new float[3 * scene.cells()];
    tolerance = new float[scene.cells()];
    renew(scene, sigmaLevels);
  }

  /** Forgets all but this scene, which is as large, as it is now. */
  public final void renew(QuietScene newScene, float newSigmaLevels) {
    scene = newScene;
    sigmaLevels = newSigmaLevels;
    for (int y = 0; y < scene.heightCells(); y++) {
      for (int x = 0; x < scene.widthCells(); x++) {
        span(x, y);
      }
    }
    for (int cell = 0; cell < tolerance.length; cell++) {
      tolerance[cell] = Tolerance.levels(scene, cell, sigmaLevels);
    }
  }

  private void span(int x, int y) {
    int width = scene.widthCells();
    int left = Math.max(0, x - 1);
    int right = Math.min(width - 1, x + 1);
    int up = Math.max(0, y - 1);
    int down = Math.min(scene.heightCells() - 1, y + 1);
    for (int c = 0; c < 3; c++) {
      int i = 3 * (y * width + x) + c;
      float own = scene.mean(i);
      float least = own;
      float most = own;
      for (int ny = up; ny <= down; ny++) {
        for (int nx = left; nx <= right; nx++) {
          float value = scene.mean(3 * (ny * width + nx) + c);
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
      low[i] = own + (least - own) / 2;
      high[i] = own + (most - own) / 2;
    }
  }

  public QuietScene scene() {
    return scene;
  }

  /** How far a picture's cell may depart, summed over channels, without meaning anything. */
  public float tolerance(int cell) {
    return tolerance[cell];
  }

  /** The same for a cell of another scene. */
  public float sceneTolerance(int cell) {
    return Tolerance.levels(scene, cell, SCENE_SHARE * sigmaLevels);
  }

  /** By how much a value lies outside the range of channel {@code i % 3} of cell {@code i / 3}. */
  public float departure(int i, float value, Gain gain) {
    return departure(i, value, gain.factor(i));
  }

  /** The same, where the gain there is known. */
  float departure(int i, float value, float factor) {
    float over = value - high[i] * factor;
    float under = value - low[i] * factor;
    return over > 0 ? over : Math.min(under, 0);
  }
}
