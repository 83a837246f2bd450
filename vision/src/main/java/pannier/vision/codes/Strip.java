package pannier.vision.codes;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** A piece of a picture in which bars, if there are any, stand upright. */
final class Strip {
  private static final int[] BAND_ROWS = {40, 14};
  private static final int MOST_BANDS = 5;

  private final byte[] pixels;
  private final int columns;
  private final int rows;

  private Strip(byte[] pixels, int columns, int rows) {
    this.pixels = pixels;
    this.columns = columns;
    this.rows = rows;
  }

  /** Copies an 8-bit grey picture. */
  static Strip of(Mat grey) {
    byte[] pixels = new byte[grey.cols() * grey.rows()];
    grey.get(0, 0, pixels);
    return new Strip(pixels, grey.cols(), grey.rows());
  }

  /** Means over bands of rows: high ones, in which noise is least, before low ones. */
  List<Profile> profiles() {
    List<Profile> profiles = new ArrayList<>();
    for (int band : BAND_ROWS) {
      int height = Math.min(band, rows);
      int count = Math.min(MOST_BANDS, Math.max(1, 2 * rows / height - 1));
      for (int i = 0; i < count; i++) {
        int first = count == 1 ? (rows - height) / 2 : i * (rows - height) / (count - 1);
        profiles.add(Profile.ofRows(pixels, columns, first, first + height));
      }
    }
    return profiles;
  }

  int columns() {
    return columns;
  }
}
