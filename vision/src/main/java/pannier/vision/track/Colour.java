package pannier.vision.track;

import pannier.vision.motion.Blob;
import pannier.vision.motion.QuietScene;

/** A mean colour, each channel 0 to 255. */
public record Colour(float blue, float green, float red) {
  static Colour of(Blob blob, QuietScene scene) {
    float[] sum = new float[3];
    for (int i = 0; i < blob.size(); i++) {
      for (int c = 0; c < 3; c++) {
        sum[c] += scene.mean(3 * blob.cell(i) + c);
      }
    }
    return new Colour(sum[0] / blob.size(), sum[1] / blob.size(), sum[2] / blob.size());
  }

  /** The sum of the channels' differences. */
  public float apart(Colour other) {
    return Math.abs(blue - other.blue) + Math.abs(green - other.green) + Math.abs(red - other.red);
  }
}
