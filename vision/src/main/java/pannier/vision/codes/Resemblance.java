package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
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
    return EanGuards.of(read.getBarcodeFormat())
        .map(guards -> isClose(read, row, guards))
        .orElse(true);
  }

  private static boolean isClose(Result read, BitArray row, EanGuards guards) {
    double first = EanGuards.firstColumn(read);
    double last = EanGuards.lastColumn(read);
    double start = first - guards.first() / 2.0 * (last - first) / guards.between();
    return meanDeviation(row, printed(read), start) < MOST_DEVIATION;
  }

  private static boolean[] printed(Result read) {
    String text = read.getText();
    BarcodeFormat format = read.getBarcodeFormat();
    return format == BarcodeFormat.EAN_8
        ? new EAN8Writer().encode(text)
        : format == BarcodeFormat.UPC_E
            ? new UPCEWriter().encode(text)
            : new EAN13Writer().encode(format == BarcodeFormat.UPC_A ? "0" + text : text);
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
