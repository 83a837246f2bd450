package pannier.vision.track;

/** A mean colour, each channel 0 to 255. */
public record Colour(float blue, float green, float red) {
  /** The sum of the channels' differences. */
  public float apart(Colour other) {
    return Math.abs(blue - other.blue) + Math.abs(green - other.green) + Math.abs(red - other.red);
  }
}
