package pannier.simulator.render;

import java.util.Arrays;

/** Which stretch of each row of a picture has been drawn on. */
final class Touched {
  private final int widthPx;
  private final int[] lefts;
  private final int[] rights;
  private int top;
  private int bottom;

  Touched(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.lefts = new int[heightPx];
    this.rights = new int[heightPx];
    Arrays.fill(lefts, widthPx);
    Arrays.fill(rights, -1);
    this.top = heightPx;
    this.bottom = -1;
  }

  /** A row was drawn on from {@code left} to {@code right}, both inclusive. */
  void touch(int row, int left, int right) {
    lefts[row] = Math.min(lefts[row], left);
    rights[row] = Math.max(rights[row], right);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }

  /** The rows from the first to the last that was drawn on. */
  Rows rows() {
    return bottom < top ? Rows.NONE : new Rows(top, bottom + 1);
  }

  /** The first pixel drawn on in a row; the width where there is none. */
  int left(int row) {
    return lefts[row];
  }

  /** The pixel after the last one drawn on in a row; 0 where there is none. */
  int end(int row) {
    return rights[row] + 1;
  }

  void forget() {
    for (int row = top; row <= bottom; row++) {
      lefts[row] = widthPx;
      rights[row] = -1;
    }
    top = lefts.length;
    bottom = -1;
  }
}
