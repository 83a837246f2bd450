package pannier.hal.camera;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What FFmpeg is asked to open.
 *
 * @param url a file or device, as FFmpeg writes it
 * @param format the input format's name, empty to find it from the content
 * @param options passed to the input format
 * @param live whether reads answer at once even when there is nothing yet
 */
record VideoInput(String url, String format, Map<String, String> options, boolean live) {
  /**
   * Containers that are one self-contained file. Play-lists, which could name other files, and
   * FFmpeg's text-mode art, which takes any text for a video, are not among them.
   */
  private static final String FILE_FORMATS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,ogg,flv,asf,ivf,yuv4mpegpipe,"
          + "mjpeg,h264,hevc,mpegvideo,m4v,nut";

  private static final int LARGEST_RAW_PX = 640 * 480;

  /** A camera that does not compress is asked for no more: nothing makes its pictures smaller. */
  private static final int MOST_RAW_LINES = 720;

  VideoInput {
    options = Map.copyOf(options);
  }

  static VideoInput file(Path file) {
    return new VideoInput(
        "file:" + file.toAbsolutePath(),
        "",
        Map.of("protocol_whitelist", "file", "format_whitelist", FILE_FORMATS),
        false);
  }

  /**
   * The ways to open a V4L2 camera, best first. Above 640 x 480 USB 2 carries raw pictures only at
   * a few frames a second, so there compressed ones are asked for first. A camera that has no such
   * size chooses its nearest.
   */
  static List<VideoInput> v4l2(String device, int widthPx, int heightPx, int fps) {
    int rawLines = Math.min(heightPx, MOST_RAW_LINES);
    Map<String, String> raw = options(widthPx * rawLines / heightPx, rawLines, fps);
    VideoInput any = new VideoInput(device, "v4l2", raw, true);
    if (widthPx * heightPx <= LARGEST_RAW_PX) {
      return List.of(any);
    }
    Map<String, String> compressed = options(widthPx, heightPx, fps);
    compressed.put("input_format", "mjpeg");
    return List.of(new VideoInput(device, "v4l2", compressed, true), any);
  }

  private static Map<String, String> options(int widthPx, int heightPx, int fps) {
    Map<String, String> options = new HashMap<>();
    options.put("video_size", widthPx + "x" + heightPx);
    options.put("framerate", Integer.toString(fps));
    return options;
  }
}
