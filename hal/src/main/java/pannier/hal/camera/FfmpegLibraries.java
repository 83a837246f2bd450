package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/**
 * Loads no more of FFmpeg than is needed. Files need nothing that the library's own archive does
 * not hold; libavdevice, for V4L2, also links X11's and two sound servers' libraries.
 */
final class FfmpegLibraries {
  private FfmpegLibraries() {}

  static void loadForFiles() throws MissingLibraryException {
    load(avformat.class, swscale.class);
    av_log_set_level(AV_LOG_QUIET);
  }

  static void loadForDevices() throws MissingLibraryException {
    loadForFiles();
    load(avdevice.class);
    avdevice.avdevice_register_all();
  }

  private static void load(Class<?>... parts) throws MissingLibraryException {
    try {
      for (Class<?> part : parts) {
        Loader.load(part);
      }
    } catch (LinkageError | RuntimeException notLoaded) {
      throw new MissingLibraryException(notLoaded);
    }
  }
}
