package pannier.hal.camera;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import pannier.hal.Frame;
import pannier.hal.WholePicture;

/** Native memory for one BGR picture, taken once, and anew only when the size changes. */
final class BgrMemory implements AutoCloseable {
  /** Rows begin at multiples of this, which FFmpeg's vector code likes. */
  private static final int ROW_ALIGN_BYTES = 64;

  private static final int PIXEL_BYTES = 3;

  private Arena arena = Arena.ofShared();
  private MemorySegment pixels = MemorySegment.NULL;
  private int widthPx;
  private int heightPx;

  /** Makes room for a picture of this size. Returns whether the memory is another than before. */
  boolean fit(int newWidthPx, int newHeightPx) {
    if (widthPx == newWidthPx && heightPx == newHeightPx) {
      return false;
    }
    arena.close();
    arena = Arena.ofShared();
    widthPx = newWidthPx;
    heightPx = newHeightPx;
    pixels = arena.allocate((long) strideBytes() * heightPx, ROW_ALIGN_BYTES);
    return true;
  }

  int strideBytes() {
    return Math.ceilDiv(PIXEL_BYTES * widthPx, ROW_ALIGN_BYTES) * ROW_ALIGN_BYTES;
  }

  MemorySegment pixels() {
    return pixels;
  }

  /** The memory as a frame. */
  Frame frame(long timestampNanos) {
    return frame(Optional.empty(), timestampNanos);
  }

  /** The memory as a frame of a picture that may have more pixels. */
  Frame frame(Optional<WholePicture> whole, long timestampNanos) {
    return new Frame(timestampNanos, widthPx, heightPx, strideBytes(), pixels, whole);
  }

  @Override
  public void close() {
    arena.close();
  }
}
