package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import pannier.hal.Frame;

/**
 * How a recording must be turned to be seen upright. Telephones record as the sensor lies and note
 * the turn beside the video; players follow the note.
 */
enum Turn {
  NONE,
  LEFT,
  HALF,
  RIGHT;

  private static final int PIXEL_BYTES = 3;
  private static final int MATRIX_INTS = 9;

  /** Reads the note of a stream. Angles between the quarters count as the nearest quarter. */
  static Turn of(AVCodecParameters stream) {
    AVPacketSideData note =
        av_packet_side_data_get(
            stream.coded_side_data(), stream.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    if (note == null || note.isNull() || note.size() < MATRIX_INTS * Integer.BYTES) {
      return NONE;
    }
    int[] matrix = new int[MATRIX_INTS];
    note.data()
        .capacity(note.size())
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asIntBuffer()
        .get(matrix);
    return ofDegreesLeft(av_display_rotation_get(matrix));
  }

  /**
   * @param degrees against the clock; NaN, which FFmpeg gives for a matrix that turns nothing, is
   *     no turn
   */
  static Turn ofDegreesLeft(double degrees) {
    return values()[Math.floorMod(Math.round(degrees / 90), values().length)];
  }

  boolean swapsSides() {
    return this == LEFT || this == RIGHT;
  }

  /** Copies a picture, turned. {@code to} has the size that this makes it. */
  void copy(Frame from, Frame to) {
    long acrossBytes = PIXEL_BYTES;
    long downBytes = from.strideBytes();
    long lastColumn = (from.widthPx() - 1) * acrossBytes;
    long lastRow = (from.heightPx() - 1) * downBytes;
    switch (this) {
      case NONE -> copy(from, 0, new Step(acrossBytes, downBytes), to);
      case LEFT -> copy(from, lastColumn, new Step(downBytes, -acrossBytes), to);
      case HALF -> copy(from, lastColumn + lastRow, new Step(-acrossBytes, -downBytes), to);
      case RIGHT -> copy(from, lastRow, new Step(-downBytes, acrossBytes), to);
    }
  }

  /** How far the source moves when the target moves one pixel to the right, or one down. */
  private record Step(long rightBytes, long downBytes) {}

  private static void copy(Frame from, long startBytes, Step step, Frame to) {
    for (int y = 0; y < to.heightPx(); y++) {
      long source = startBytes + y * step.downBytes();
      long target = (long) y * to.strideBytes();
      for (int x = 0; x < to.widthPx(); x++) {
        for (int channel = 0; channel < PIXEL_BYTES; channel++) {
          byte value = from.pixels().get(ValueLayout.JAVA_BYTE, source + channel);
          to.pixels().set(ValueLayout.JAVA_BYTE, target++, value);
        }
        source += step.rightBytes();
      }
    }
  }
}
