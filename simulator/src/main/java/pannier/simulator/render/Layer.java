package pannier.simulator.render;

import org.opencv.core.Mat;

/** A finished picture; with the depth of each pixel where more is to be drawn on it. */
final class Layer {
  final int widthPx;
  final int heightPx;
  final byte[] bgr;
  final float[] nearness;

  private Layer(int widthPx, int heightPx, float[] nearness) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.bgr = new byte[widthPx * heightPx * 3];
    this.nearness = nearness;
  }

  /** One with depths. */
  static Layer deep(int widthPx, int heightPx) {
    return new Layer(widthPx, heightPx, new float[widthPx * heightPx]);
  }

  /** One of colours only, on which nothing can be drawn. */
  static Layer flat(int widthPx, int heightPx) {
    return new Layer(widthPx, heightPx, new float[0]);
  }

  boolean isDeep() {
    return nearness.length > 0;
  }

  /** Writes the colours of some rows into an 8-bit BGR picture of the same size. */
  void copyTo(Mat picture, Rows rows) {
    if (rows.isEmpty()) {
      return;
    }
    int from = 3 * widthPx * rows.from();
    picture.put(new int[] {rows.from(), 0}, bgr, from, 3 * widthPx * (rows.until() - rows.from()));
  }

  /** Takes the colours of an 8-bit BGR picture of the same size; nothing is near. */
  void copyFrom(Mat picture) {
    picture.get(0, 0, bgr);
    java.util.Arrays.fill(nearness, 0);
  }

  /** Takes the colours of some rows of a layer of the same size. */
  void copyFrom(Layer other, Rows rows) {
    int from = 3 * widthPx * rows.from();
    System.arraycopy(other.bgr, from, bgr, from, 3 * widthPx * (rows.until() - rows.from()));
  }
}
