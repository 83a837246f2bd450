package pannier.vision.motion;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Cells that hang together (each touches another, corners included), and the box around them. */
public final class Blob {
  private final int[] cells;
  private final Box box;

  /**
   * @param cells their indices, ascending
   */
  Blob(int[] cells, int widthCells) {
    this.cells = cells;
    box = Box.around(cells, widthCells);
  }

  /** The cells of both. */
  public Blob with(Blob other, int widthCells) {
    return new Blob(
        IntStream.concat(cells(), other.cells()).sorted().distinct().toArray(), widthCells);
  }

  /** Their indices, ascending. */
  public IntStream cells() {
    return Arrays.stream(cells);
  }

  /** Whether a cell is one of them. */
  public boolean has(int cell) {
    return Arrays.binarySearch(cells, cell) >= 0;
  }

  /** The index of one of them. */
  public int cell(int i) {
    return cells[i];
  }

  public int size() {
    return cells.length;
  }

  public Box box() {
    return box;
  }
}
