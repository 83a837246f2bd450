package pannier.vision.codes;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

/** A picture of dark and bright pixels. */
final class BinaryPicture {
  private final byte[] pixels;
  private final int width;
  private final int height;

  /**
   * Takes the pixels over.
   *
   * @param pixels row by row; 0 is bright, all else dark
   */
  BinaryPicture(byte[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean isDark(int x, int y) {
    return pixels[y * width + x] != 0;
  }

  /** As ZXing wants it. */
  BitMatrix bits() {
    BitMatrix bits = new BitMatrix(width, height);
    BitArray row = new BitArray(width);
    for (int y = 0; y < height; y++) {
      row.clear();
      for (int x = 0; x < width; x++) {
        if (isDark(x, y)) {
          row.set(x);
        }
      }
      bits.setRow(y, row);
    }
    return bits;
  }
}
