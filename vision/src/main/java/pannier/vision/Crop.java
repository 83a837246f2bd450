package pannier.vision;

import org.opencv.core.Mat;

/**
 * A picture of one tracked item, cut from a frame at the camera's own resolution.
 *
 * @param bgr 8-bit BGR, 1 by 1 pixel or more, with some margin around the item; owned by whoever
 *     made the crop and valid only during the call it is passed to
 * @param quality how well it shows the item, 0 (useless) to 1 (sharp, large, whole, unhidden)
 */
public record Crop(Mat bgr, double quality) {
  public Crop {
    if (bgr.empty()) {
      throw new IllegalArgumentException("a crop without pixels");
    }
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException("crop quality %s, must be 0 to 1".formatted(quality));
    }
  }
}
