package pannier.hal.camera;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Draws small videos: frame n is grey, with a coloured block at its top left and noise at its top
 * right, so that most of the file is pictures.
 */
final class TestVideo {
  static final int WIDTH_PX = 90;
  static final int HEIGHT_PX = 60;
  static final int FPS = 25;
  private static final int SAMPLE_RATE = 16_000;
  static final long FRAME_NANOS = 40_000_000L;
  static final int BLOCK_PX = 16;

  /** Blue, green and red of the block. */
  static final int[] BLOCK = {200, 120, 40};

  private TestVideo() {}

  static Path write(Path file, int frames) throws Exception {
    return write(file, frames, 0);
  }

  /** Writes sound too, when it lasts for some seconds, long or longer than the pictures. */
  static Path write(Path file, int frames, int soundSeconds) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(file.toString(), WIDTH_PX, HEIGHT_PX);
        Frame picture = new Frame(WIDTH_PX, HEIGHT_PX, Frame.DEPTH_UBYTE, 3)) {
      recorder.setFrameRate(FPS);
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setVideoQuality(2);
      recorder.setGopSize(5);
      recorder.setAudioChannels(soundSeconds > 0 ? 1 : 0);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(SAMPLE_RATE);
      recorder.start();
      for (int n = 0; n < frames; n++) {
        draw(picture, n);
        recorder.record(picture, avutil.AV_PIX_FMT_BGR24);
        if (n % FPS == 0 && n / FPS < soundSeconds) {
          recorder.recordSamples(ShortBuffer.allocate(SAMPLE_RATE));
        }
      }
      for (int second = Math.ceilDiv(frames, FPS); second < soundSeconds; second++) {
        recorder.recordSamples(ShortBuffer.allocate(SAMPLE_RATE));
      }
    }
    return file;
  }

  static int grey(int frame) {
    return 20 + frame % 200;
  }

  private static void draw(Frame picture, int n) {
    ByteBuffer bytes = (ByteBuffer) picture.image[0];
    Random noise = new Random(n);
    for (int y = 0; y < HEIGHT_PX; y++) {
      for (int x = 0; x < WIDTH_PX; x++) {
        for (int c = 0; c < 3; c++) {
          bytes.put(y * picture.imageStride + 3 * x + c, (byte) shade(x, y, n, noise, c));
        }
      }
    }
  }

  private static int shade(int x, int y, int n, Random noise, int channel) {
    if (y < BLOCK_PX && x < BLOCK_PX) {
      return BLOCK[channel];
    }
    return y < BLOCK_PX && x >= 3 * BLOCK_PX ? noise.nextInt(256) : grey(n);
  }
}
