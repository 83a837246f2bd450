package pannier.hal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * One picture in the camera's own memory, 8-bit BGR, rows from the top.
 *
 * @param timestampNanos when it was captured, on the camera's clock
 * @param widthPx 1 or more
 * @param heightPx 1 or more
 * @param strideBytes from one row to the next, at least {@code 3 * widthPx}
 * @param pixels {@code heightPx * strideBytes} bytes of native memory, see {@link Camera#poll}
 * @param whole the same picture in all the pixels that the camera has, if it has more
 */
public record Frame(
    long timestampNanos,
    int widthPx,
    int heightPx,
    int strideBytes,
    MemorySegment pixels,
    Optional<WholePicture> whole) {
  public Frame {
    if (widthPx < 1 || heightPx < 1 || strideBytes < 3 * widthPx) {
      throw new IllegalArgumentException(
          "a frame of %d x %d, stride %d".formatted(widthPx, heightPx, strideBytes));
    }
    if (pixels.byteSize() < (long) (heightPx - 1) * strideBytes + 3L * widthPx) {
      throw new IllegalArgumentException("a frame with %d bytes".formatted(pixels.byteSize()));
    }
  }

  /** One that shows all that its camera saw. */
  public Frame(
      long timestampNanos, int widthPx, int heightPx, int strideBytes, MemorySegment pixels) {
    this(timestampNanos, widthPx, heightPx, strideBytes, pixels, Optional.empty());
  }
}
