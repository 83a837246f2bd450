package pannier.vision.motion;

import java.util.BitSet;

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

  public int count() {
    return cells.cardinality();
  }

  /** The first cell of the set at or after this one, or -1. */
  public int next(int cell) {
    return cells.nextSetBit(cell);
  }

  /** The cells of this or the other set. */
  public CellMask or(CellMask other) {
    BitSet either = (BitSet) cells.clone();
    either.or(other.cells);
    return new CellMask(widthCells, heightCells, either);
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
    byte[] around = new byte[widthCells * heightCells];
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      countAround(around, cell % widthCells, cell / widthCells);
    }
    BitSet kept = new BitSet(around.length);
    for (int cell = 0; cell < around.length; cell++) {
      if (around[cell] >= least) {
        kept.set(cell);
      }
    }
    return new CellMask(widthCells, heightCells, kept);
  }

  private void countAround(byte[] around, int x, int y) {
    int left = Math.max(0, x - 1);
    int right = Math.min(widthCells - 1, x + 1);
    for (int ny = Math.max(0, y - 1); ny <= Math.min(heightCells - 1, y + 1); ny++) {
      for (int cell = ny * widthCells + left; cell <= ny * widthCells + right; cell++) {
        around[cell]++;
      }
    }
  }
}
