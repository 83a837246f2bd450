package pannier.simulator.render;

import java.util.Arrays;

/**
 * Colours and depths of one sub-picture, and the rectangle that has been drawn on. Depth is kept as
 * one over the distance, so that larger is nearer and zero is nothing.
 */
final class Canvas {
  final int widthPx;
  final int heightPx;
  final int[] argb;
  final float[] nearness;
  private int minX;
  private int maxX;
  private int minY;
  private int maxY;

  Canvas(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.argb = new int[widthPx * heightPx];
    this.nearness = new float[widthPx * heightPx];
    nothingDrawn();
  }

  private void nothingDrawn() {
    minX = widthPx;
    maxX = -1;
    minY = heightPx;
    maxY = -1;
  }

  /** Forgets what was drawn; where {@code behind} is given, its depths hide what lies farther. */
  void clear(float[] behind) {
    for (int y = minY; y <= maxY; y++) {
      int from = y * widthPx + minX;
      int to = y * widthPx + maxX + 1;
      Arrays.fill(argb, from, to, 0);
      System.arraycopy(behind, from, nearness, from, to - from);
    }
    nothingDrawn();
  }

  /** Takes over all depths. */
  void hideBehind(float[] behind) {
    System.arraycopy(behind, 0, nearness, 0, behind.length);
  }

  void touched(int left, int top, int right, int bottom) {
    minX = Math.min(minX, left);
    maxX = Math.max(maxX, right);
    minY = Math.min(minY, top);
    maxY = Math.max(maxY, bottom);
  }

  int left() {
    return minX;
  }

  int top() {
    return minY;
  }

  int right() {
    return maxX;
  }

  int bottom() {
    return maxY;
  }
}
