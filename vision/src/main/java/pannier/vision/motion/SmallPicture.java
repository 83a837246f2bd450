package pannier.vision.motion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * A picture shrunk to a grid of cells, each the mean colour of its square. A {@link Shrinker} fills
 * the same ones again and again: who keeps one beyond the call that gave it keeps a copy.
 */
public final class SmallPicture implements Levels {
  private long timestampNanos;
  private final int widthCells;
  private final int heightCells;
  private final byte[] bgr;

  /**
   * @param bgr blue, green, red of each cell, 0 to 255, rows from the top; not copied
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

  /** A picture of its own that shows the same. */
  public SmallPicture copy() {
    return new SmallPicture(timestampNanos, widthCells, heightCells, bgr.clone());
  }

  /**
   * A copy of a picture, in the memory of one that is no longer needed if it fits.
   *
   * @param unneeded null if there is none; not to be used any more
   */
  public static SmallPicture copy(SmallPicture picture, @Nullable SmallPicture unneeded) {
    if (unneeded == null
        || unneeded.widthCells != picture.widthCells
        || unneeded.heightCells != picture.heightCells) {
      return picture.copy();
    }
    unneeded.timestampNanos = picture.timestampNanos;
    System.arraycopy(picture.bgr, 0, unneeded.bgr, 0, picture.bgr.length);
    return unneeded;
  }

  /** Lets a shrinker fill it. */
  void fill(long newTimestampNanos, Mat small) {
    timestampNanos = newTimestampNanos;
    small.get(0, 0, bgr);
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
