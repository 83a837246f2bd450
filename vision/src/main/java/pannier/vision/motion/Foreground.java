package pannier.vision.motion;

import java.util.BitSet;

/**
 * Finds what lies before a quiet scene in one picture. A cell that only became darker, its colour
 * unchanged, counts as shadow and not as foreground.
 *
 * <p>Its memory serves one picture after the other. Used by one thread.
 */
public final class Foreground {
  private static final float DARKEST_SHADOW = 0.5f;

  /** A shadow may be tinted by this share of what a cell may depart. */
  private static final float TINT_SHARE = 0.22f;

  private final Gain gain;
  private final BitSet solid = new BitSet();

  /** For pictures and scenes of this size. */
  public Foreground(int widthCells, int heightCells) {
    gain = new Gain(widthCells, heightCells);
  }

  /** The cells of a picture that hold something else than the scene. */
  public CellMask solid(SmallPicture picture, Reference reference) {
    QuietScene scene = reference.scene();
    int width = scene.widthCells();
    gain.fit(scene, picture);
    solid.clear();
    for (int y = 0; y < scene.heightCells(); y++) {
      for (int x = 0; x < width; x++) {
        int cell = y * width + x;
        int place = gain.place(x, y);
        int i = 3 * cell;
        float sum = 0;
        for (int c = 0; c < 3; c++) {
          sum += Math.abs(reference.departure(i + c, picture.value(i + c), gain.at(place, c)));
        }
        if (sum > reference.tolerance(cell) && !isDimmed(picture, reference, place, cell)) {
          solid.set(cell);
        }
      }
    }
    return new CellMask(width, scene.heightCells(), solid).crowded(4);
  }

  private boolean isDimmed(SmallPicture picture, Reference reference, int place, int cell) {
    QuietScene scene = reference.scene();
    float dot = 0;
    float square = 1;
    for (int c = 0; c < 3; c++) {
      float before = scene.mean(3 * cell + c) * gain.at(place, c);
      dot += before * picture.value(3 * cell + c);
      square += before * before;
    }
    float scale = dot / square;
    if (scale > 1 || scale < DARKEST_SHADOW) {
      return false;
    }
    float tint = 0;
    for (int c = 0; c < 3; c++) {
      float expected = scale * scene.mean(3 * cell + c) * gain.at(place, c);
      tint = Math.max(tint, Math.abs(picture.value(3 * cell + c) - expected));
    }
    return tint <= TINT_SHARE * reference.tolerance(cell);
  }
}
