package pannier.simulator.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** An mp4 file that frames are added to, MPEG-4 part 2 at a fixed quality. Holds native memory. */
final class VideoFile implements AutoCloseable {
  /** FFmpeg's scale from 1 (best) to 31; 3 leaves no blocks to see. */
  private static final double QUALITY = 3;

  private final FFmpegFrameRecorder recorder;
  private final Path file;

  VideoFile(Path file, int widthPx, int heightPx, double framesPerSecond) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    this.file = file;
    this.recorder = new FFmpegFrameRecorder(file.toString(), widthPx, heightPx);
    recorder.setFormat("mp4");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    recorder.setFrameRate(framesPerSecond);
    recorder.setVideoQuality(QUALITY);
    recorder.setGopSize((int) framesPerSecond);
    try {
      recorder.start();
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Adds the next frame of the video. */
  void add(pannier.hal.Frame frame) throws IOException {
    Frame shared = new Frame();
    shared.imageWidth = frame.widthPx();
    shared.imageHeight = frame.heightPx();
    shared.imageDepth = Frame.DEPTH_UBYTE;
    shared.imageChannels = 3;
    shared.imageStride = frame.strideBytes();
    ByteBuffer pixels = frame.pixels().asByteBuffer();
    shared.image = new ByteBuffer[] {pixels};
    try {
      recorder.record(shared, avutil.AV_PIX_FMT_BGR24);
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
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
