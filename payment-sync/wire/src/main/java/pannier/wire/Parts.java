package pannier.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a document is made of: its parts, one after the other.
 *
 * @param document of the whole
 */
public record Parts(Digest document, List<Part> list) {
  /** Two digits of megabytes in parts as {@link #cut} makes them. */
  public static final int MOST = 3_000;

  /** Of a document in all. */
  public static final long MOST_DOCUMENT_BYTES = 64 * 1024 * 1024;

  private static final int USUAL_BYTES = 8 * 1024;
  private static final int USUAL_COUNT = 1_000;

  /** Bytes that decide over a cut: those under the window of the rolling sum. */
  private static final int WINDOW = 48;

  private static final int PRIME = 0x01000193; // of FNV-1: odd, spreads low bytes upwards

  public Parts {
    list = List.copyOf(list);
    long bytes = list.stream().mapToLong(Part::bytes).sum();
    if (list.size() > MOST || bytes > MOST_DOCUMENT_BYTES) {
      throw new IllegalArgumentException(
          "parts: found %d of %d bytes; expected at most %d of %d"
              .formatted(list.size(), bytes, MOST, MOST_DOCUMENT_BYTES));
    }
  }

  /** A document's parts. */
  public static Parts of(byte[] document) {
    return new Parts(Digest.of(document), cut(document).stream().map(Part::of).toList());
  }

  /**
   * Cuts a document where its content says so, so that a change moves no cut but those beside it: a
   * part ends where a rolling sum over its last bytes has enough zeros, after a quarter of the
   * usual length at the earliest and four times it at the latest.
   */
  public static List<byte[]> cut(byte[] document) {
    int usual = usualBytes(document.length);
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    while (from < document.length) {
      int to = end(document, from, usual);
      parts.add(Arrays.copyOfRange(document, from, to));
      from = to;
    }
    return parts;
  }

  /** A power of two that keeps the number of parts near a thousand. */
  private static int usualBytes(int length) {
    int usual = USUAL_BYTES;
    while (length / usual > USUAL_COUNT) {
      usual *= 2;
    }
    return usual;
  }

  private static int end(byte[] document, int from, int usual) {
    int most = Math.min(document.length, from + 4 * usual);
    int drop = 1;
    for (int i = 0; i < WINDOW; i++) {
      drop *= PRIME;
    }
    int sum = 0;
    for (int at = from; at < most; at++) {
      sum = sum * PRIME + document[at] + 1;
      if (at - from >= WINDOW) {
        sum -= drop * (document[at - WINDOW] + 1);
      }
      boolean longEnough = at - from >= usual / 4;
      if (longEnough && (sum >>> 8 & usual - 1) == 0) {
        return at + 1;
      }
    }
    return most;
  }
}
