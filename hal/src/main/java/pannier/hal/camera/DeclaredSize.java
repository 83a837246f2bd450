package pannier.hal.camera;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * How large a file should be by its own outermost frame. FFmpeg plays what is there of a Matroska
 * or AVI file and does not tell that the end is missing, so the sizes that they begin with are read
 * here: the Segment's (RFC 8794, section 6; RFC 9559, section 4.5) and those of the RIFF chunks.
 */
final class DeclaredSize {
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int RIFF = 0x52494646;
  private static final int VALUE_BITS = 7;
  private static final int MOST_SIZE_BYTES = 8;

  private DeclaredSize() {}

  /**
   * The declared size, or 0 for a file that declares none: another format, or one never finished.
   */
  static long bytes(Path file) throws IOException {
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      return switch (input.readInt()) {
        case EBML -> matroska(input);
        case RIFF -> riff(input);
        default -> 0;
      };
    } catch (EOFException tooShort) {
      return 0;
    }
  }

  private static long matroska(RandomAccessFile input) throws IOException {
    long headerBytes = elementSize(input);
    input.seek(input.getFilePointer() + Math.max(0, headerBytes));
    if (input.readInt() != SEGMENT) {
      return 0;
    }
    long segmentBytes = elementSize(input);
    return segmentBytes < 0 ? 0 : input.getFilePointer() + segmentBytes;
  }

  /** Reads an element's size, or -1 where it is left open. */
  private static long elementSize(RandomAccessFile input) throws IOException {
    int first = input.readUnsignedByte();
    int length = Integer.numberOfLeadingZeros(first) - (Integer.SIZE - MOST_SIZE_BYTES) + 1;
    if (length > MOST_SIZE_BYTES) {
      return -1;
    }
    long size = first & (0xFF >> length);
    for (int n = 1; n < length; n++) {
      size = (size << 8) | input.readUnsignedByte();
    }
    return size == (1L << (VALUE_BITS * length)) - 1 ? -1 : size;
  }

  /** A large AVI file is a row of RIFF chunks. */
  private static long riff(RandomAccessFile input) throws IOException {
    long end = 0;
    do {
      long chunkBytes = Integer.toUnsignedLong(Integer.reverseBytes(input.readInt()));
      if (chunkBytes == 0) {
        return 0;
      }
      end += 2L * Integer.BYTES + chunkBytes + chunkBytes % 2;
      input.seek(end);
    } while (end + 2L * Integer.BYTES < input.length() && input.readInt() == RIFF);
    return end;
  }
}
