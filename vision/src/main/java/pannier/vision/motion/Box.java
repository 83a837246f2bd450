package pannier.vision.motion;

/**
 * An upright box of cells.
 *
 * @param left least x
 * @param top least y
 * @param right greatest x
 * @param bottom greatest y
 */
public record Box(int left, int top, int right, int bottom) {
  /** The smallest box around cells, one or more, of a grid. */
  public static Box around(int[] cells, int widthCells) {
    return around(cells, cells.length, widthCells);
  }

  /** The same for the first {@code count} of them. */
  static Box around(int[] cells, int count, int widthCells) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < count; i++) {
      int cell = cells[i];
      left = Math.min(left, cell % widthCells);
      right = Math.max(right, cell % widthCells);
      top = Math.min(top, cell / widthCells);
      bottom = Math.max(bottom, cell / widthCells);
    }
    return new Box(left, top, right, bottom);
  }

  /** Whether a cell lies in it. */
  public boolean has(int x, int y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Whether both have a cell in common. */
  public boolean meets(Box other) {
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
  }

  /** This box grown to all sides. */
  public Box grown(int byCells) {
    return new Box(left - byCells, top - byCells, right + byCells, bottom + byCells);
  }

  /** The smallest box around both. */
  public Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** What lies between two boxes: their gap, where there is one, across what both share. */
  public Box between(Box other) {
    int[] x = between(left, right, other.left, other.right);
    int[] y = between(top, bottom, other.top, other.bottom);
    return new Box(x[0], y[0], x[1], y[1]);
  }

  private static int[] between(int from, int to, int otherFrom, int otherTo) {
    if (to < otherFrom) {
      return new int[] {to, otherFrom};
    }
    if (otherTo < from) {
      return new int[] {otherTo, from};
    }
    return new int[] {Math.max(from, otherFrom), Math.min(to, otherTo)};
  }

  public int widthCells() {
    return right - left + 1;
  }

  public int heightCells() {
    return bottom - top + 1;
  }
}
