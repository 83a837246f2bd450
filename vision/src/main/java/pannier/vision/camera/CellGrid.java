package pannier.vision.camera;

import org.opencv.core.Rect;
import pannier.vision.motion.Box;

/**
 * Where the cells of small pictures lie in a frame.
 *
 * @param widthPx of the frame
 * @param heightPx of the frame
 * @param longSideCells along its longer side
 */
record CellGrid(int widthPx, int heightPx, int longSideCells) {
  double pxPerCell() {
    return (double) Math.max(widthPx, heightPx) / longSideCells;
  }

  /** Cells along a row. */
  int across() {
    return cells(widthPx);
  }

  /** Rows of cells. */
  int down() {
    return cells(heightPx);
  }

  private int cells(int px) {
    return Math.max(1, (int) Math.round(px / pxPerCell()));
  }

  /**
   * A box and a margin around it, as far as the frame goes; never empty.
   *
   * @param marginCells 0 or more
   */
  Rect pixels(Box box, double marginCells) {
    int left = at(box.left() - marginCells, widthPx - 1);
    int top = at(box.top() - marginCells, heightPx - 1);
    int right = at(box.right() + 1 + marginCells, widthPx);
    int bottom = at(box.bottom() + 1 + marginCells, heightPx);
    return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  /** Whether the frame's edge may cut off what lies in a box. */
  boolean isAtEdge(Box box) {
    return box.left() == 0
        || box.top() == 0
        || (box.right() + 1) * pxPerCell() >= widthPx
        || (box.bottom() + 1) * pxPerCell() >= heightPx;
  }

  private int at(double cells, int most) {
    return Math.clamp(Math.round(cells * pxPerCell()), 0, most);
  }
}
