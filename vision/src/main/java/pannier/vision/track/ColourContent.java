package pannier.vision.track;

import pannier.vision.motion.Blob;
import pannier.vision.motion.Levels;

/** How many cells of which colour something has, in coarse bins that a colour shares softly. */
final class ColourContent {
  private static final int BINS = 5;
  private static final float LEVELS_PER_BIN = 255f / (BINS - 1);

  private final float[] cells = new float[BINS * BINS * BINS];

  /** Counts a blob's cells with the colours that a view gives them. */
  static ColourContent of(Blob blob, Levels view) {
    ColourContent content = new ColourContent();
    blob.cells().forEach(cell -> content.add(view, cell));
    return content;
  }

  void add(Levels view, int cell) {
    float blue = view.level(3 * cell) / LEVELS_PER_BIN;
    float green = view.level(3 * cell + 1) / LEVELS_PER_BIN;
    float red = view.level(3 * cell + 2) / LEVELS_PER_BIN;
    for (int corner = 0; corner < 8; corner++) {
      int b = Math.min(BINS - 1, (int) blue + (corner & 1));
      int g = Math.min(BINS - 1, (int) green + (corner >> 1 & 1));
      int r = Math.min(BINS - 1, (int) red + (corner >> 2));
      cells[(b * BINS + g) * BINS + r] +=
          share(blue, corner & 1) * share(green, corner >> 1 & 1) * share(red, corner >> 2);
    }
  }

  private static float share(float place, int upper) {
    float part = place - (int) place;
    return upper == 1 ? part : 1 - part;
  }

  /** How many cells both have alike. */
  float inCommon(ColourContent other) {
    float common = 0;
    for (int i = 0; i < cells.length; i++) {
      common += Math.min(cells[i], other.cells[i]);
    }
    return common;
  }
}
