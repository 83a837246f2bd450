package pannier.simulator.render;

/**
 * Colours and depths of one sub-picture, and where it has been drawn on. Depth is kept as one over
 * the distance, so that larger is nearer and zero is nothing.
 */
final class Canvas {
  final int widthPx;
  final int heightPx;

  /** Opaque colours, 0 where nothing has been drawn. */
  final int[] argb;

  final float[] nearness;
  final Touched touched;

  Canvas(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.argb = new int[widthPx * heightPx];
    this.nearness = new float[widthPx * heightPx];
    this.touched = new Touched(widthPx, heightPx);
  }

  /** Takes over all depths. */
  void hideBehind(float[] behind) {
    System.arraycopy(behind, 0, nearness, 0, behind.length);
  }
}
