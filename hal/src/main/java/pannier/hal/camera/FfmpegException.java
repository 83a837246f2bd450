package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An FFmpeg call that failed, with FFmpeg's own words for its error code. */
sealed class FfmpegException extends IOException permits DamagedPictureException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TEXT_BYTES = 256;

  private final String text;

  FfmpegException(String text) {
    super(text);
    this.text = text;
  }

  FfmpegException(int code) {
    this(describe(code));
  }

  /** What went wrong, without a place. */
  final String text() {
    return text;
  }

  /** Returns {@code code} unless it is an error. */
  static int check(int code) throws FfmpegException {
    if (code < 0) {
      throw new FfmpegException(code);
    }
    return code;
  }

  private static String describe(int code) {
    byte[] text = new byte[LONGEST_TEXT_BYTES];
    av_strerror(code, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
