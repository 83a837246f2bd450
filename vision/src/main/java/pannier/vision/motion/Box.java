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

  public int widthCells() {
    return right - left + 1;
  }

  public int heightCells() {
    return bottom - top + 1;
  }
}
