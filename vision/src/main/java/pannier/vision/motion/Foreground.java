package pannier.vision.motion;

import java.util.BitSet;

/**
 * What lies before a quiet scene in one picture. A cell that only became darker, its colour
 * unchanged, counts as shadow and not as foreground.
 *
 * @param solid cells that hold something else than the scene
 * @param shadow cells that are merely dimmed
 */
public record Foreground(CellMask solid, CellMask shadow) {
  private static final float DARKEST_SHADOW = 0.5f;

  /** A shadow may be tinted by this share of what a cell may depart. */
  private static final float TINT_SHARE = 0.22f;

  /** Compares a picture with a scene. */
  public static Foreground of(SmallPicture picture, Reference reference) {
    QuietScene scene = reference.scene();
    int width = scene.widthCells();
    Gain gain = Gain.between(scene, picture);
    BitSet solid = new BitSet(scene.cells());
    BitSet shadow = new BitSet(scene.cells());
    for (int y = 0; y < scene.heightCells(); y++) {
      for (int x = 0; x < width; x++) {
        int cell = y * width + x;
        int place = gain.place(x, y);
        int i = 3 * cell;
        float sum = 0;
        for (int c = 0; c < 3; c++) {
          sum += Math.abs(reference.departure(i + c, picture.value(i + c), gain.at(place, c)));
        }
        if (sum > reference.tolerance(cell)) {
          (isDimmed(picture, reference, gain, cell) ? shadow : solid).set(cell);
        }
      }
    }
    return new Foreground(
        new CellMask(scene.widthCells(), scene.heightCells(), solid).crowded(4),
        new CellMask(scene.widthCells(), scene.heightCells(), shadow));
  }

  private static boolean isDimmed(SmallPicture picture, Reference reference, Gain gain, int cell) {
    QuietScene scene = reference.scene();
    float dot = 0;
    float square = 1;
    for (int c = 0; c < 3; c++) {
      float before = scene.mean(3 * cell + c) * gain.factor(3 * cell + c);
      dot += before * picture.value(3 * cell + c);
      square += before * before;
    }
    float scale = dot / square;
    if (scale > 1 || scale < DARKEST_SHADOW) {
      return false;
    }
    float tint = 0;
    for (int c = 0; c < 3; c++) {
      float expected = scale * scene.mean(3 * cell + c) * gain.factor(3 * cell + c);
      tint = Math.max(tint, Math.abs(picture.value(3 * cell + c) - expected));
    }
    return tint <= TINT_SHARE * reference.tolerance(cell);
  }
}
