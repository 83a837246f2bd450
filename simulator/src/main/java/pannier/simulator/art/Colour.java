package pannier.simulator.art;

import org.opencv.core.Scalar;

/** An opaque sRGB colour, 0 to 255 a channel. */
public record Colour(int red, int green, int blue) {
  public static final Colour WHITE = new Colour(245, 245, 242);
  public static final Colour BLACK = new Colour(24, 22, 22);

  public Colour {
    if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
      throw new IllegalArgumentException("colour %d %d %d".formatted(red, green, blue));
    }
  }

  /** From {@code 0xRRGGBB}. */
  public static Colour of(int rgb) {
    return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /** As OpenCV wants it, in BGR. */
  public Scalar bgr() {
    return new Scalar(blue, green, red);
  }

  /** {@code this} at 0, {@code other} at 1. */
  public Colour towards(Colour other, double fraction) {
    return new Colour(
        (int) Math.round(red + (other.red - red) * fraction),
        (int) Math.round(green + (other.green - green) * fraction),
        (int) Math.round(blue + (other.blue - blue) * fraction));
  }

  public Colour darker(double fraction) {
    return towards(BLACK, fraction);
  }

  public Colour lighter(double fraction) {
    return towards(WHITE, fraction);
  }

  /** Black or white, whichever can be read on it. */
  public Colour ink() {
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? BLACK : WHITE;
  }
}
