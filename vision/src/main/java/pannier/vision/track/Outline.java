package pannier.vision.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pannier.vision.motion.Blob;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.Gain;
import pannier.vision.motion.QuietScene;

/**
 * The outline of a blob, as pairs of a cell just inside and one just outside. An item's outline
 * shows in the picture that holds the item and not in the one without it.
 */
final class Outline {
  private static final int OUTSIDE_CELLS = 3;
  private static final int[][] STEPS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(int inside, int outside) {}

  Outline(Blob blob, int widthCells, int heightCells) {
    BitSet own = new BitSet(widthCells * heightCells);
    blob.cells().forEach(own::set);
    CellMask mask = new CellMask(widthCells, heightCells, own);
    for (int[] step : STEPS) {
      blob.cells().forEach(cell -> addPair(mask, cell, step));
    }
  }

  private void addPair(CellMask mask, int cell, int[] step) {
    int width = mask.widthCells();
    int x = cell % width;
    int y = cell / width;
    int outX = x + OUTSIDE_CELLS * step[0];
    int outY = y + OUTSIDE_CELLS * step[1];
    boolean inPicture = outX >= 0 && outY >= 0 && outX < width && outY < mask.heightCells();
    if (inPicture && !mask.has(x + step[0], y + step[1]) && !mask.has(outX, outY)) {
      boolean deeper = mask.has(x - step[0], y - step[1]);
      int inside = deeper ? cell - step[0] - step[1] * width : cell;
      pairs.add(new Pair(inside, outY * width + outX));
    }
  }

  /** How much the inside differs from the outside, in grey levels summed over channels. */
  float contrast(QuietScene scene) {
    float sum = 0;
    for (Pair pair : pairs) {
      for (int c = 0; c < 3; c++) {
        sum += Math.abs(scene.mean(3 * pair.inside + c) - scene.mean(3 * pair.outside + c));
      }
    }
    return sum / Math.max(1, pairs.size());
  }

  /** How much more the inside changed than the outside: little where only light changed. */
  float step(QuietScene before, QuietScene after, Gain gain) {
    float sum = 0;
    for (Pair pair : pairs) {
      for (int c = 0; c < 3; c++) {
        int in = 3 * pair.inside + c;
        int out = 3 * pair.outside + c;
        float inside = after.mean(in) - before.mean(in) * gain.factor(in);
        float outside = after.mean(out) - before.mean(out) * gain.factor(out);
        sum += Math.abs(inside - outside);
      }
    }
    return sum / Math.max(1, pairs.size());
  }
}
