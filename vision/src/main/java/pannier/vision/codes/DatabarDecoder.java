package pannier.vision.codes;

import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.rss.RSS14Reader;
import com.google.zxing.oned.rss.expanded.RSSExpandedReader;
import java.util.Map;
import java.util.Optional;
import pannier.domain.evidence.Code;

/**
 * Reads GS1 DataBar with ZXing, row by row: what one row of a stacked symbol says waits for the
 * others.
 */
final class DatabarDecoder {
  /** ZXing gives a code out when it has met its halves twice; a row is a mean of many already. */
  private static final int TIMES = 2;

  private final RSS14Reader omnidirectional = new RSS14Reader();
  private final RSSExpandedReader expanded = new RSSExpandedReader();

  /** Forgets the rows so far. */
  void reset() {
    omnidirectional.reset();
    expanded.reset();
  }

  /**
   * Adds a row; the code once it is whole.
   *
   * @param height where the row lies, to put the rows of a stacked symbol in order
   */
  Optional<Code> decode(BitArray row, int height) {
    BitArray apart = betweenWideMargins(row);
    for (int time = 0; time < TIMES; time++) {
      try {
        return known(omnidirectional.decodeRow(height, apart, Map.of()));
      } catch (ReaderException e) {
        // Asked again, or not of this kind.
      }
    }
    try {
      return known(expanded.decodeRow(height, apart, Map.of()));
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  private Optional<Code> known(Result result) {
    reset();
    return BarDecoder.code(result);
  }

  /** ZXing takes a quiet zone of some widths for a part of DataBar's finder pattern. */
  private static BitArray betweenWideMargins(BitArray row) {
    int size = row.getSize();
    int margin = size / 2;
    BitArray wide = new BitArray(size + 2 * margin);
    for (int i = row.getNextSet(0); i < size; i = row.getNextSet(i + 1)) {
      wide.set(margin + i);
    }
    return wide;
  }
}
