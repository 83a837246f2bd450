package pannier.vision.motion;

import java.util.Arrays;

/** A picture shrunk to a grid of cells, each the mean colour of its square. */
public final class SmallPicture implements Levels {
  private final long timestampNanos;
  private final int widthCells;
  private final int heightCells;
  private final byte[] bgr;

  /**
   * @param bgr blue, green, red of each cell, 0 to 255, rows from the top; not copied, and not to
   *     be changed from here on
   */
  public SmallPicture(long timestampNanos, int widthCells, int heightCells, byte[] bgr) {
    if (bgr.length != 3 * widthCells * heightCells) {
      throw new IllegalArgumentException(
          "%d bytes for %d x %d cells".formatted(bgr.length, widthCells, heightCells));
    }
    this.timestampNanos = timestampNanos;
    this.widthCells = widthCells;
    this.heightCells = heightCells;
    this.bgr = bgr;
  }

  public long timestampNanos() {
    return timestampNanos;
  }

  public int widthCells() {
    return widthCells;
  }

  public int heightCells() {
    return heightCells;
  }

  public int cells() {
    return widthCells * heightCells;
  }

  /** Channel {@code i % 3} of cell {@code i / 3}, 0 to 255. */
  public int value(int i) {
    return bgr[i] & 0xff;
  }

  @Override
  public float level(int i) {
    return bgr[i] & 0xff;
  }

  /** Whether both show the same, to the last grey level. */
  public boolean looksLike(SmallPicture other) {
    return Arrays.equals(bgr, other.bgr);
  }
}
