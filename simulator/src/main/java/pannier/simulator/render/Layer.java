package pannier.simulator.render;

import org.opencv.core.Mat;

/** A finished picture with the depth of each pixel, on which more can be drawn. */
final class Layer {
  final int widthPx;
  final int heightPx;
  final byte[] bgr;
  final float[] nearness;

  Layer(int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.bgr = new byte[widthPx * heightPx * 3];
    this.nearness = new float[widthPx * heightPx];
  }

  /** Writes the colours into an 8-bit BGR picture of the same size. */
  void copyTo(Mat picture) {
    picture.put(0, 0, bgr);
  }

  /** Takes the colours of an 8-bit BGR picture of the same size; nothing is near. */
  void copyFrom(Mat picture) {
    picture.get(0, 0, bgr);
    java.util.Arrays.fill(nearness, 0);
  }

  void copyFrom(Layer other) {
    System.arraycopy(other.bgr, 0, bgr, 0, bgr.length);
    System.arraycopy(other.nearness, 0, nearness, 0, nearness.length);
  }
}
