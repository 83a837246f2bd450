package pannier.vision.motion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A set of cells of a grid. */
public final class CellMask {
  private final int widthCells;
  private final int heightCells;
  private final BitSet cells;

  public CellMask(int widthCells, int heightCells, BitSet cells) {
    this.widthCells = widthCells;
    this.heightCells = heightCells;
    this.cells = cells;
  }

  public int widthCells() {
    return widthCells;
  }

  public int heightCells() {
    return heightCells;
  }

  public boolean has(int cell) {
    return cells.get(cell);
  }

  /** False outside of the grid. */
  public boolean has(int x, int y) {
    return x >= 0 && y >= 0 && x < widthCells && y < heightCells && cells.get(y * widthCells + x);
  }

  /** The indices of the cells of the set, ascending. */
  public IntStream cells() {
    return cells.stream();
  }

  public int count() {
    return cells.cardinality();
  }

  /** The first cell of the set at or after this one, or -1. */
  public int next(int cell) {
    return cells.nextSetBit(cell);
  }

  /** A copy of the set. */
  BitSet copy() {
    return (BitSet) cells.clone();
  }

  /** The cells of both sets. */
  public CellMask and(CellMask other) {
    BitSet both = (BitSet) cells.clone();
    both.and(other.cells);
    return new CellMask(widthCells, heightCells, both);
  }

  /**
   * The cells that have at least {@code least} (1 or more) of this set in the 3 x 3 around them.
   */
  public CellMask crowded(int least) {
    BitSet kept = new BitSet(widthCells * heightCells);
    byte[] above = new byte[widthCells];
    byte[] here = new byte[widthCells];
    byte[] below = new byte[widthCells];
    boolean anyAbove = false;
    boolean anyHere = countBeside(0, here);
    for (int y = 0; y < heightCells; y++) {
      boolean anyBelow = countBeside(y + 1, below);
      for (int x = 0; x < widthCells && (anyAbove || anyHere || anyBelow); x++) {
        if (above[x] + here[x] + below[x] >= least) {
          kept.set(y * widthCells + x);
        }
      }
      byte[] used = above;
      above = here;
      here = below;
      below = used;
      anyAbove = anyHere;
      anyHere = anyBelow;
    }
    return new CellMask(widthCells, heightCells, kept);
  }

  /** Counts, for each cell of a row, those of it and its neighbours in the row that are set. */
  private boolean countBeside(int y, byte[] counts) {
    Arrays.fill(counts, (byte) 0);
    int first = y * widthCells;
    boolean any = false;
    int end = y < heightCells ? first + widthCells : first;
    for (int cell = next(first); cell >= 0 && cell < end; cell = next(cell + 1)) {
      int x = cell - first;
      any = true;
      for (int beside = Math.max(0, x - 1); beside <= Math.min(widthCells - 1, x + 1); beside++) {
        counts[beside]++;
      }
    }
    return any;
  }
}
