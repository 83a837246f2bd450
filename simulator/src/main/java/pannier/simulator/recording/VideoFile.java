package pannier.simulator.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * A QuickTime file that frames are added to: FFV1, which loses nothing, with a stamp for each frame
 * in whole frames' times. Holds native memory.
 */
final class VideoFile implements AutoCloseable {
  private final FFmpegFrameRecorder recorder;
  private final Path file;
  private final double framesPerSecond;
  private long firstNanos = -1;

  VideoFile(Path file, int widthPx, int heightPx, double framesPerSecond) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    this.file = file;
    this.framesPerSecond = framesPerSecond;
    this.recorder = new FFmpegFrameRecorder(file.toString(), widthPx, heightPx);
    recorder.setFormat("mov");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_FFV1);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_BGR0);
    recorder.setFrameRate(framesPerSecond);
    recorder.setGopSize(1);
    try {
      recorder.start();
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Adds a frame at its own time, which lies after the one before; those between are left out. */
  void add(pannier.hal.Frame frame) throws IOException {
    Frame shared = new Frame();
    shared.imageWidth = frame.widthPx();
    shared.imageHeight = frame.heightPx();
    shared.imageDepth = Frame.DEPTH_UBYTE;
    shared.imageChannels = 3;
    shared.imageStride = frame.strideBytes();
    ByteBuffer pixels = frame.pixels().asByteBuffer();
    shared.image = new ByteBuffer[] {pixels};
    firstNanos = firstNanos < 0 ? frame.timestampNanos() : firstNanos;
    try {
      recorder.setFrameNumber(
          Math.toIntExact(Math.round(frame.timestampNanos() * 1e-9 * framesPerSecond)));
      recorder.record(shared, avutil.AV_PIX_FMT_BGR24);
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** When the first frame was taken; 0 before it. A file's own time begins there. */
  long firstNanos() {
    return Math.max(0, firstNanos);
  }

  @Override
  public void close() throws IOException {
    try {
      recorder.close();
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("%s cannot be finished: %s".formatted(file, e.getMessage()), e);
    }
  }
}
