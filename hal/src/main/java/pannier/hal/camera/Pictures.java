package pannier.hal.camera;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A source of decoded pictures, one after the other. */
interface Pictures extends AutoCloseable {
  /** The stamp of a picture that has none. */
  long NO_STAMP = Long.MIN_VALUE;

  /**
   * Goes on to the next picture.
   *
   * @throws DamagedPictureException if the next one is damaged; the one after may be whole
   * @throws FfmpegException if the source fails
   */
  Progress next() throws FfmpegException;

  /** The picture that {@link #next} brought last, in memory that the next call uses again. */
  AVFrame picture();

  /** What the picture was decoded from at a part of its size; empty where it shows all there is. */
  default Optional<Compressed> compressed() {
    return Optional.empty();
  }

  /**
   * A picture as it came.
   *
   * @param jpeg in memory that the next call of {@link #next} gives up
   * @param times so many of its pixels lie along one of the picture's
   */
  record Compressed(AVPacket jpeg, int times) {}

  /** When the source says that the picture was captured, on its own clock, or {@link #NO_STAMP}. */
  long stampNanos();

  @Override
  void close();
}
