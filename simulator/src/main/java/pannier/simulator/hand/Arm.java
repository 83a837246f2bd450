package pannier.simulator.hand;

import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.art.Colour;
import pannier.simulator.render.Texture;

/** What covers a shopper's hand and forearm. */
public record Arm(Texture hand, Texture sleeve) {
  /** Five of the Monk skin tone scale's ten, light to dark. */
  private static final List<Integer> SKINS =
      List.of(0xF3DAC4, 0xE5BE9D, 0xC68F66, 0x8D5A3A, 0x533524);

  private static final List<Integer> SLEEVES =
      List.of(0x9E1B24, 0x1F2F55, 0x6E7378, 0x2D5A3A, 0xD8D2C4, 0x23211F, 0xC9892E);

  private static final List<Integer> GLOVES = List.of(0x26262A, 0x7A2F3A, 0xE8E4DA);

  /** How a sleeve is woven. */
  public enum Weave {
    PLAIN,
    STRIPED,
    KNITTED
  }

  /** Some shopper: one in eight wears gloves. */
  public static Arm some(RandomGenerator random) {
    boolean gloved = random.nextInt(8) == 0;
    List<Integer> colours = gloved ? GLOVES : SKINS;
    Colour hand = Colour.of(colours.get(random.nextInt(colours.size())));
    Colour sleeve = Colour.of(SLEEVES.get(random.nextInt(SLEEVES.size())));
    Weave weave = Weave.values()[random.nextInt(Weave.values().length)];
    return new Arm(skin(hand, random), cloth(sleeve, weave));
  }

  private static Texture skin(Colour colour, RandomGenerator random) {
    Mat picture = new Mat(64, 64, CvType.CV_8UC3, colour.bgr());
    for (int i = 0; i < 90; i++) {
      Colour blotch = colour.towards(Colour.of(0xB04030), 0.05 + 0.12 * random.nextDouble());
      Point at = new Point(random.nextInt(64), random.nextInt(64));
      Imgproc.circle(picture, at, 2 + random.nextInt(5), blotch.bgr(), Imgproc.FILLED);
    }
    Imgproc.GaussianBlur(picture, picture, new Size(0, 0), 2.5);
    for (int y : new int[] {26, 46}) {
      Imgproc.line(picture, new Point(0, y), new Point(63, y), colour.darker(0.14).bgr(), 1);
    }
    return finished(picture);
  }

  private static Texture cloth(Colour colour, Weave weave) {
    Mat picture = new Mat(128, 128, CvType.CV_8UC3, colour.bgr());
    Colour dark = colour.darker(0.3);
    switch (weave) {
      case PLAIN -> Imgproc.line(picture, new Point(0, 60), new Point(127, 70), dark.bgr(), 3);
      case STRIPED -> lines(picture, 18, 7, colour.towards(Colour.WHITE, 0.6));
      case KNITTED -> lines(picture, 6, 2, dark);
    }
    Imgproc.GaussianBlur(picture, picture, new Size(0, 0), 0.8);
    return finished(picture);
  }

  private static void lines(Mat picture, int step, int thickness, Colour colour) {
    for (int y = 0; y < 128; y += step) {
      Imgproc.line(picture, new Point(0, y), new Point(127, y), colour.bgr(), thickness);
    }
  }

  private static Texture finished(Mat picture) {
    Texture texture = Texture.of(picture);
    picture.release();
    return texture;
  }
}
