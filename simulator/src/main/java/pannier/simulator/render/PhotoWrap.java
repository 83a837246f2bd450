package pannier.simulator.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.body.Body;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.shop.Look;
import pannier.vision.photo.Photo;

/**
 * Wraps a body in real photos: one on its front, one on its back, each a part of its own and in a
 * light of its own; sides and lid go on in a blur.
 */
final class PhotoWrap {
  private static final int HEIGHT_PX = 320;
  private static final double BLUR_PX = 24;

  private PhotoWrap() {}

  /**
   * The whole wrap, 8-bit BGR. The caller releases it.
   *
   * @throws UncheckedIOException if a photo that was there when the shop opened has gone
   */
  static Mat paint(Look.Photographed look, Body body, RandomGenerator random) {
    int widthPx = Math.max(8, (int) Math.round(HEIGHT_PX * body.wrapAspect()));
    Mat wrap = new Mat();
    Mat front = part(some(look.photos(), random), random);
    Imgproc.resize(front, wrap, new Size(widthPx, HEIGHT_PX));
    Imgproc.GaussianBlur(wrap, wrap, new Size(0, 0), BLUR_PX);
    put(front, wrap, body.front());
    Mat back = part(some(look.photos(), random), random);
    put(back, wrap, body.back());
    front.release();
    back.release();
    return wrap;
  }

  private static Path some(List<Path> photos, RandomGenerator random) {
    return photos.get(random.nextInt(photos.size()));
  }

  /** 80 to 98 % of a photo each way, a fifth brighter or darker at most. */
  private static Mat part(Path photo, RandomGenerator random) {
    try {
      Mat whole = Photo.read(photo);
      int width = (int) Math.max(1, whole.cols() * (0.8 + 0.18 * random.nextDouble()));
      int height = (int) Math.max(1, whole.rows() * (0.8 + 0.18 * random.nextDouble()));
      int left = random.nextInt(whole.cols() - width + 1);
      int top = random.nextInt(whole.rows() - height + 1);
      Mat part = whole.submat(new Rect(left, top, width, height));
      Mat lit = new Mat();
      part.convertTo(lit, CvType.CV_8U, 0.9 + 0.3 * random.nextDouble());
      part.release();
      whole.release();
      return lit;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Mat photo, Mat wrap, TextureArea area) {
    int left = (int) Math.round(area.left() * wrap.cols());
    int top = (int) Math.round(area.top() * wrap.rows());
    int right = (int) Math.round(area.right() * wrap.cols());
    int bottom = (int) Math.round(area.bottom() * wrap.rows());
    Mat part = wrap.submat(new Rect(left, top, right - left, bottom - top));
    Imgproc.resize(photo, part, part.size(), 0, 0, Imgproc.INTER_AREA);
    part.release();
  }
}
