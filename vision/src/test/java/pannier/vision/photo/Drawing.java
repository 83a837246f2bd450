package pannier.vision.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import pannier.vision.opencv.OpenCv;

/** Pictures drawn for tests: each kind looks alike each time, a little moved and tinted. */
public final class Drawing {
  private Drawing() {}

  /** 8-bit BGR, 160 × 120. */
  public static Mat picture(int kind, long seed) throws IOException {
    OpenCv.load();
    Random shape = new Random(kind * 7919L);
    Random view = new Random(seed);
    Mat picture = new Mat(120, 160, CvType.CV_8UC3, color(shape));
    int dx = view.nextInt(9) - 4;
    int dy = view.nextInt(9) - 4;
    for (int i = 0; i < 6; i++) {
      Point at = new Point(20 + shape.nextInt(120) + dx, 20 + shape.nextInt(80) + dy);
      if (shape.nextBoolean()) {
        Imgproc.circle(picture, at, 8 + shape.nextInt(20), color(shape), -1);
      } else {
        Point to = new Point(at.x + 10 + shape.nextInt(40), at.y + 10 + shape.nextInt(40));
        Imgproc.rectangle(picture, at, to, color(shape), -1);
      }
    }
    return picture;
  }

  public static byte[] jpeg(Mat picture) {
    MatOfByte encoded = new MatOfByte();
    if (!Imgcodecs.imencode(".jpg", picture, encoded)) {
      throw new AssertionError("cannot encode");
    }
    return encoded.toArray();
  }

  /** Writes {@code folder/PRODUCT-kind/view.jpg}, as many views of each kind. */
  public static void products(Path folder, int kinds, int views, long seed) throws IOException {
    for (int kind = 0; kind < kinds; kind++) {
      Path product = Files.createDirectories(folder.resolve("product-" + kind));
      for (int view = 0; view < views; view++) {
        Files.write(
            product.resolve("view-" + view + ".jpg"), jpeg(picture(kind, seed + 100L * view)));
      }
    }
  }

  private static Scalar color(Random random) {
    return new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }
}
