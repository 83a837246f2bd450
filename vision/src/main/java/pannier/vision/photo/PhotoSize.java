package pannier.vision.photo;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How many pixels a file says that it has, before a decoder makes room for them: a few bytes may
 * ask for gigabytes. JPEG (ITU-T T.81, annex B) and PNG (RFC 2083) alone.
 */
final class PhotoSize {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int PNG_WIDTH_AT = 16;
  private static final int PNG_HEIGHT_AT = 20;

  private PhotoSize() {}

  /** Pixels; empty if it is neither a JPEG nor a PNG, or does not say. */
  static OptionalLong pixels(byte[] content) {
    if (JpegStructure.isJpeg(content)) {
      return JpegStructure.pixels(content);
    }
    boolean png =
        content.length >= PNG_HEIGHT_AT + 4
            && Arrays.equals(content, 0, PNG.length, PNG, 0, PNG.length);
    return png
        ? OptionalLong.of(word(content, PNG_WIDTH_AT) * word(content, PNG_HEIGHT_AT))
        : OptionalLong.empty();
  }

  /** At most 2³¹, as the standard has it; what is more counts as much. */
  private static long word(byte[] content, int at) {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = (value << 8) | (content[at + i] & 0xff);
    }
    return Math.min(value, 1L << 31);
  }
}
