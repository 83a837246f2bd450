package pannier.vision.photo;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks whether a JPEG file (ITU-T T.81, annex B) is whole: decoders fill what is missing with grey
 * and say nothing.
 */
final class JpegStructure {
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int FRAME_BYTES = 9;

  private final byte[] content;
  private int at;
  private boolean sawFrame;
  private long pixels;
  private boolean sawScan;

  private JpegStructure(byte[] content) {
    this.content = content;
  }

  /** Two bytes that every JPEG file begins with. */
  static boolean isJpeg(byte[] content) {
    return content.length >= 2
        && byteAt(content, 0) == 0xff
        && byteAt(content, 1) == START_OF_IMAGE;
  }

  /**
   * What is wrong, or empty when it is whole. Bytes after its end are allowed: cameras add some.
   */
  static Optional<String> fault(byte[] content) {
    return new JpegStructure(content).walk();
  }

  private Optional<String> walk() {
    at = 2;
    while (true) {
      if (at + 1 >= content.length) {
        return Optional.of("it ends after %d bytes, in the middle".formatted(content.length));
      }
      if (byteAt(content, at) != 0xff) {
        return Optional.of("byte %d is %d where a marker should be".formatted(at, content[at]));
      }
      int marker = byteAt(content, at + 1);
      if (marker == END_OF_IMAGE) {
        return sawScan ? Optional.empty() : Optional.of("it has no picture in it");
      }
      if (marker == 0xff) {
        at++; // a fill byte
      } else if (!skipSegment(marker)) {
        return Optional.of("it ends after %d bytes, in the middle".formatted(content.length));
      } else if (marker == START_OF_SCAN) {
        if (!sawFrame) {
          return Optional.of("its first scan comes before its size");
        }
        sawScan = true;
        skipScan();
      }
    }
  }

  /** Of its largest frame header; empty if it has none. */
  static OptionalLong pixels(byte[] content) {
    JpegStructure structure = new JpegStructure(content);
    structure.walk();
    return structure.sawFrame ? OptionalLong.of(structure.pixels) : OptionalLong.empty();
  }

  /** Height and width stand behind the segment's length and the sample's bits. */
  private void readFrame(int segment) {
    if (segment + FRAME_BYTES <= content.length) {
      int height = (byteAt(content, segment + 5) << 8) | byteAt(content, segment + 6);
      int width = (byteAt(content, segment + 7) << 8) | byteAt(content, segment + 8);
      pixels = Math.max(pixels, (long) height * width);
    }
  }

  /** False when it is longer than the file. */
  private boolean skipSegment(int marker) {
    if (at + 3 >= content.length) {
      return false;
    }
    boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    if (marker >= 0xc0 && marker <= 0xcf && !tables) {
      sawFrame = true;
      readFrame(at);
    }
    at += 2 + byteAt(content, at + 2) * 256 + byteAt(content, at + 3);
    return at < content.length;
  }

  /** To the next marker but restarts (d0 to d7) and stuffed bytes (00). */
  private void skipScan() {
    while (at + 1 < content.length) {
      int next = byteAt(content, at + 1);
      if (byteAt(content, at) == 0xff && next != 0 && (next < 0xd0 || next > 0xd7)) {
        return;
      }
      at++;
    }
  }

  private static int byteAt(byte[] content, int index) {
    return content[index] & 0xff;
  }
}
