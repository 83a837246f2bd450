package pannier.vision.codes;

import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.EAN8Writer;
import com.google.zxing.oned.UPCEWriter;
import java.util.Arrays;

/**
 * Compares what was seen with how the symbol that was read looks when it is well printed. ZXing
 * accepts bars half a module off, so that it finds short symbols in what are none.
 */
final class Resemblance {
  /** Badly photographed symbols that are read rightly stay below 0.08, wrong reads above 0.8. */
  private static final double MOST_DEVIATION = 0.25;

  /** Edges to either side of one by which a module's width there is told. */
  private static final int NEAR = 8;

  private Resemblance() {}

  /** Whether a symbol of the EAN and UPC family is what was read; true for other symbologies. */
  static boolean isClose(Result read, BitArray row) {
    String text = read.getText();
    // ZXing's points are the middles of the first and last guard: 3 modules, in a UPC-E 6.
    return switch (read.getBarcodeFormat()) {
      case EAN_13 -> isClose(read, row, new EAN13Writer().encode(text), 92);
      case UPC_A -> isClose(read, row, new EAN13Writer().encode("0" + text), 92);
      case EAN_8 -> isClose(read, row, new EAN8Writer().encode(text), 64);
      case UPC_E -> isClose(read, row, new UPCEWriter().encode(text), 46.5);
      case AZTEC,
          CODABAR,
          CODE_39,
          CODE_93,
          CODE_128,
          DATA_MATRIX,
          ITF,
          MAXICODE,
          PDF_417,
          QR_CODE,
          RSS_14,
          RSS_EXPANDED,
          UPC_EAN_EXTENSION ->
          true;
    };
  }

  private static boolean isClose(Result read, BitArray row, boolean[] symbol, double between) {
    double first = read.getResultPoints()[0].getX();
    double last = read.getResultPoints()[1].getX();
    double start = first - 1.5 * (last - first) / between;
    return meanDeviation(row, symbol, start) < MOST_DEVIATION;
  }

  /**
   * The mean distance, in modules, by which bars begin and end elsewhere than they should after the
   * bar or space before; infinite where there are other bars than there should be.
   *
   * @param row what was seen
   * @param symbol the modules that it should show, perhaps with quiet zones
   * @param start about where it begins in the row
   */
  static double meanDeviation(BitArray row, boolean[] symbol, double start) {
    int[] expected = edges(symbol);
    int[] seen = edges(row, start, expected.length);
    if (seen.length < expected.length) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i + 2 < expected.length; i++) {
      int low = Math.max(0, i - NEAR);
      int high = Math.min(expected.length - 1, i + 2 + NEAR);
      double module = (double) (seen[high] - seen[low]) / (expected[high] - expected[low]);
      sum += Math.abs((seen[i + 2] - seen[i]) / module - (expected[i + 2] - expected[i]));
    }
    return sum / (expected.length - 2);
  }

  /** Where bars begin and end, in modules. */
  private static int[] edges(boolean[] symbol) {
    int[] edges = new int[symbol.length + 1];
    int count = 0;
    boolean before = false;
    for (int i = 0; i < symbol.length; i++) {
      if (symbol[i] != before) {
        edges[count++] = i;
        before = symbol[i];
      }
    }
    if (before) {
      edges[count++] = symbol.length;
    }
    return Arrays.copyOf(edges, count);
  }

  /** As many edges as wanted from the bar on that begins nearest to {@code start}; or fewer. */
  private static int[] edges(BitArray row, double start, int wanted) {
    int first = row.getNextSet(0);
    while (first < row.getSize()) {
      int next = row.getNextSet(row.getNextUnset(first));
      if (next >= row.getSize() || Math.abs(next - start) >= Math.abs(first - start)) {
        break;
      }
      first = next;
    }
    int[] edges = new int[wanted];
    int count = 0;
    boolean bar = true;
    for (int at = first; at < row.getSize() && count < wanted; bar = !bar) {
      edges[count++] = at;
      at = bar ? row.getNextUnset(at) : row.getNextSet(at);
    }
    return Arrays.copyOf(edges, count);
  }
}
