package pannier.vision.codes;

import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Draws what is printed on packs but is no symbol, some of it very much like one. */
final class Textures {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private Textures() {}

  /** One of several kinds, in the size of {@link Symbols}' drawings. */
  static Mat any(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> randomBars(random);
      case 1 -> evenStripes(random);
      case 2 -> text(random);
      case 3 -> chequers(random);
      case 4 -> blobs(random);
      default -> brokenSymbol(random);
    };
  }

  /** Bars of one to four modules without any code in them: the worst of stripes. */
  private static Mat randomBars(Random random) {
    Mat drawn = paper();
    int module = 6;
    int from = 60 + random.nextInt(40);
    int to = WIDTH - 60 - random.nextInt(40);
    for (int x = from; x < to; ) {
      int bar = module * (1 + random.nextInt(4));
      fill(drawn, x, 60, Math.min(to, x + bar), HEIGHT - 60, 0);
      x += bar + module * (1 + random.nextInt(4));
    }
    return drawn;
  }

  private static Mat evenStripes(Random random) {
    Mat drawn = paper();
    int bar = 5 + random.nextInt(25);
    int space = 5 + random.nextInt(25);
    for (int x = 40; x < WIDTH - 40; x += bar + space) {
      fill(drawn, x, 40, Math.min(WIDTH - 40, x + bar), HEIGHT - 40, random.nextInt(60));
    }
    return drawn;
  }

  private static Mat text(Random random) {
    Mat drawn = paper();
    for (int y = 50; y < HEIGHT - 20; y += 28) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < 34; i++) {
        line.append(random.nextInt(6) == 0 ? ' ' : "iIl1|HNMm0".charAt(random.nextInt(10)));
      }
      Imgproc.putText(
          drawn,
          line.toString(),
          new Point(20, y),
          Imgproc.FONT_HERSHEY_SIMPLEX,
          0.8,
          new Scalar(0),
          2);
    }
    return drawn;
  }

  private static Mat chequers(Random random) {
    Mat drawn = paper();
    int side = 8 + random.nextInt(40);
    for (int y = 0; y < HEIGHT; y += side) {
      for (int x = 0; x < WIDTH; x += side) {
        if ((x / side + y / side) % 2 == 0) {
          fill(drawn, x, y, Math.min(WIDTH, x + side), Math.min(HEIGHT, y + side), 30);
        }
      }
    }
    return drawn;
  }

  /** Smooth light and shade, as on fruit and crumpled film. */
  private static Mat blobs(Random random) {
    byte[] grain = new byte[48 * 64];
    random.nextBytes(grain);
    Mat small = new Mat(48, 64, CvType.CV_8UC1);
    small.put(0, 0, grain);
    Mat drawn = new Mat();
    Imgproc.resize(small, drawn, new Size(WIDTH, HEIGHT), 0, 0, Imgproc.INTER_CUBIC);
    Imgproc.GaussianBlur(drawn, drawn, new Size(0, 0), 1 + 6 * random.nextDouble());
    small.release();
    return drawn;
  }

  /** An EAN of which a third is hidden, so that no reader may know it. */
  private static Mat brokenSymbol(Random random) {
    Mat drawn = Symbols.ean13(Symbols.ean13Digits(random));
    int width = drawn.cols() / 3;
    int x = random.nextInt(drawn.cols() - width);
    fill(drawn, x, 0, x + width, drawn.rows(), random.nextBoolean() ? 255 : 90);
    return drawn;
  }

  private static Mat paper() {
    return new Mat(HEIGHT, WIDTH, CvType.CV_8UC1, new Scalar(255));
  }

  private static void fill(Mat drawn, int left, int top, int right, int bottom, int level) {
    Mat part = drawn.submat(top, bottom, left, right);
    part.setTo(new Scalar(level));
    part.release();
  }
}
