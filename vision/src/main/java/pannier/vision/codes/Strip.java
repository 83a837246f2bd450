package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;

/** A piece of a picture in which bars, if there are any, stand upright. */
final class Strip {
  /** Further rows hardly lessen the noise, and bars may be bent. */
  static final int BAND_ROWS = 40;

  /** Where bars are bent or cut, few rows say more. */
  private static final int LOW_BAND_ROWS = 14;

  private static final int MOST_BANDS = 3;

  private final byte[] pixels;
  private final int columns;
  private final int rows;

  /**
   * Some rows.
   *
   * @param first of them, counted from the strip's top
   * @param height how many
   */
  record Band(int first, int height) {}

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

  /** High bands, in which noise is least, before low ones; the middle before top and bottom. */
  List<Band> bands() {
    List<Band> bands = bands(Math.min(BAND_ROWS, rows));
    if (rows > LOW_BAND_ROWS) {
      bands.addAll(bands(LOW_BAND_ROWS));
    }
    return bands;
  }

  private List<Band> bands(int height) {
    List<Band> bands = new ArrayList<>();
    int count = Math.clamp(2L * rows / height - 1, 1, MOST_BANDS);
    for (int i = 0; i < count; i++) {
      int first = count == 1 ? (rows - height) / 2 : i * (rows - height) / (count - 1);
      bands.add(new Band(first, height));
    }
    int middle = (rows - height) / 2;
    bands.sort(Comparator.comparingInt(band -> Math.abs(band.first() - middle)));
    return bands;
  }

  /** The mean of those rows. */
  Profile profile(Band band) {
    return Profile.ofRows(pixels, columns, band.first(), band.first() + band.height());
  }

  int columns() {
    return columns;
  }
}
