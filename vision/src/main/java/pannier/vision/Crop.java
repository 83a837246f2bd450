package pannier.vision;

import java.util.Optional;
import java.util.function.Supplier;
import org.opencv.core.Mat;

/**
 * A picture of one tracked item, cut from a frame.
 *
 * @param bgr 8-bit BGR, 1 by 1 pixel or more, with some margin around the item; owned by whoever
 *     made the crop and valid only during the call it is passed to
 * @param quality how well it shows the item, 0 (useless) to 1 (sharp, large, whole, unhidden)
 * @param fine cuts the same anew in more pixels, for what is printed small, if there are more; the
 *     caller's. Takes tens of milliseconds
 */
public record Crop(Mat bgr, double quality, Supplier<Optional<Mat>> fine) {
  public Crop {
    if (bgr.empty()) {
      throw new IllegalArgumentException("a crop without pixels");
    }
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("crop quality %s, must be 0 to 1".formatted(quality));
    }
  }

  /** One in all the pixels there are. */
  public Crop(Mat bgr, double quality) {
    this(bgr, quality, Optional::empty);
  }
}
