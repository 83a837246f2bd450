package pannier.hal.camera;

import java.nio.file.Path;
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

  static VideoInput v4l2(String device, int widthPx, int heightPx, int fps) {
    return new VideoInput(
        device,
        "v4l2",
        Map.of(
            "video_size",
            widthPx + "x" + heightPx,
            "framerate",
            Integer.toString(fps),
            "timestamps",
            "default"),
        true);
  }
}
