package pannier.vision.codes;

import com.google.zxing.common.BitArray;
import com.google.zxing.oned.rss.RSSUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.domain.gs1.CheckDigit;

/**
 * Reads GS1 DataBar Limited (ISO/IEC 24724), for which ZXing has no reader. From its first bar to
 * its last: a guard, the left character, the check character, the right character, a guard; each
 * character begins with a space. Widths are told from like edge to like edge, so that bars which
 * seem too wide or too thin do no harm.
 *
 * <p>Stricter than the standard: white is asked for on both sides. No other symbology has as many
 * bars as this between its quiet zones, and what resembles it within others is not read.
 */
final class DatabarLimited {
  private static final int BARS_AND_SPACES = 45;
  private static final int MODULES = 73;

  /** Bars and spaces of a character. */
  private static final int ELEMENTS = 14;

  private static final int LEFT = 1;
  private static final int CHECK = LEFT + ELEMENTS;
  private static final int RIGHT = CHECK + ELEMENTS;
  private static final int DATA_MODULES = 26;
  private static final int CHECK_MODULES = 18;

  /** Of a data character: how many modules its odd elements have, and how wide one may be. */
  private static final List<Integer> ODD_MODULES = List.of(17, 13, 9, 15, 11, 19, 7);

  private static final int[] WIDEST_ODD = {6, 5, 3, 5, 4, 8, 1};

  /** How wide an odd and an even element may be together. */
  private static final int WIDEST_BOTH = 9;

  /** How many patterns the even elements have, and the first value, in that order. */
  private static final int[] EVEN_PATTERNS = {28, 728, 6454, 203, 2408, 1, 16632};

  private static final int[] FIRST = {0, 183064, 820064, 1000776, 1491021, 1979845, 1996939};
  private static final long RIGHT_VALUES = 2_013_571;

  /** Added to the value of a symbol that has a two-dimensional part above it (section 6.2.3). */
  private static final long LINKED = 2_015_133_531_096L;

  private static final long MOST = 1_999_999_999_999L;

  /** Element widths of the check characters; each ends with two more of one module. */
  private static final String[] CHECKS =
      """
      111111111133 111111111232 111111111331 111111121132 111111121231 111111131131 111112111132
      111112111231 111112121131 111113111131 111211111132 111211111231 111211121131 111212111131
      111311111131 121111111132 121111111231 121111121131 121112111131 121211111131 131111111131
      111111112123 111111112222 111111112321 111111122122 111111122221 111111132121 111112112122
      111112112221 111112122121 111113112121 111211112122 111211112221 111211122121 111212112121
      111311112121 121111112122 121111112221 121111122121 121112112121 121211112121 131111112121
      111111113113 111111113212 111111123112 111211113112 121111113112 111111211123 111111211222
      111111211321 111111221122 111211211122 111211211221 111211221121 111212211121 111311211121
      121111211122 121111211221 121211211121 111121111123 111121111222 111121111321 111121121122
      111121121221 111122111122 121121111122 121121111221 121121121121 121122111121 121221111121
      131121111121 112111111123 112111111222 112111111321 112111121122 112111121221 112111131121
      112112111122 112112111221 112211111122 211111111222 211111111321 211111121122 211111121221
      211111131121 211112111221 211112121121 211211111221 211111112212
      """
          .split("\\s+");

  /** The weight of the right character's first element: three to the fourteenth, modulo 89. */
  private static final int AFTER_LEFT = 20;

  /** Right reads of the worst pictures that we draw stay below 0.08; bars at random give 0.25. */
  private static final double MOST_DEVIATION = 0.15;

  private DatabarLimited() {}

  /** The code in a row that is read in this direction. */
  static Optional<Code> decode(BitArray row) {
    int[] edges = edges(row);
    for (int first = 0; first + BARS_AND_SPACES < edges.length; first += 2) {
      int last = edges[first + BARS_AND_SPACES];
      double module = (double) (last - edges[first]) / MODULES;
      if (QuietZones.areThere(row, edges[first], last, module)) {
        return decode(row, Arrays.copyOfRange(edges, first, first + BARS_AND_SPACES + 1));
      }
    }
    return Optional.empty();
  }

  /** Where bars begin and end in turn. */
  private static int[] edges(BitArray row) {
    IntStream.Builder edges = IntStream.builder();
    for (int at = row.getNextSet(0); at < row.getSize(); at = row.getNextSet(at)) {
      edges.add(at);
      at = row.getNextUnset(at);
      edges.add(at);
    }
    return edges.build().toArray();
  }

  private static Optional<Code> decode(BitArray row, int[] edges) {
    int[] widths = new int[BARS_AND_SPACES];
    widths[0] = 1;
    widths[BARS_AND_SPACES - 2] = 1;
    widths[BARS_AND_SPACES - 1] = 1;
    if (!measure(edges, LEFT, DATA_MODULES, widths)
        || !measure(edges, CHECK, CHECK_MODULES, widths)
        || !measure(edges, RIGHT, DATA_MODULES, widths)
        || !isCheckRight(widths)
        || Resemblance.meanDeviation(row, drawn(widths), edges[0]) > MOST_DEVIATION) {
      return Optional.empty();
    }
    return value(widths, LEFT)
        .flatMap(left -> value(widths, RIGHT).map(right -> left * RIGHT_VALUES + right))
        .map(value -> value < LINKED ? value : value - LINKED)
        .filter(value -> value <= MOST)
        .map("%013d"::formatted)
        .map(digits -> new Code(Symbology.GS1_DATABAR, digits + CheckDigit.of(digits)));
  }

  /**
   * Works out how many modules wide each element of a character is: of a pair of neighbours it is
   * measured, and the narrowest of the even ones is one module wide.
   *
   * @param first of the character's elements
   * @return whether the widths can be a character's
   */
  private static boolean measure(int[] edges, int first, int modules, int[] widths) {
    double module = (double) (edges[first + ELEMENTS] - edges[first]) / modules;
    widths[first] = 0;
    int narrowest = Integer.MAX_VALUE;
    for (int i = first; i < first + ELEMENTS - 1; i++) {
      int pair = (int) Math.round((edges[i + 2] - edges[i]) / module);
      widths[i + 1] = pair - widths[i];
      if ((i - first) % 2 == 0) {
        narrowest = Math.min(narrowest, widths[i + 1]);
      }
    }
    int sum = 0;
    boolean positive = true;
    for (int i = first; i < first + ELEMENTS; i++) {
      widths[i] += (i - first) % 2 == 0 ? narrowest - 1 : 1 - narrowest;
      sum += widths[i];
      positive &= widths[i] > 0;
    }
    return positive && sum == modules;
  }

  /** The check character says the sum of the widths, each three times as heavy as the last. */
  private static boolean isCheckRight(int[] widths) {
    int sum = weighted(widths, LEFT) + AFTER_LEFT * weighted(widths, RIGHT);
    String expected = CHECKS[sum % CHECKS.length] + "11";
    return IntStream.range(0, ELEMENTS)
        .allMatch(i -> expected.charAt(i) - '0' == widths[CHECK + i]);
  }

  private static int weighted(int[] widths, int first) {
    int sum = 0;
    for (int i = first + ELEMENTS - 1; i >= first; i--) {
      sum = (3 * sum + widths[i]) % CHECKS.length;
    }
    return sum;
  }

  /** What a data character stands for. */
  private static Optional<Long> value(int[] widths, int first) {
    int[] odd = new int[ELEMENTS / 2];
    int[] even = new int[ELEMENTS / 2];
    for (int i = 0; i < ELEMENTS; i += 2) {
      odd[i / 2] = widths[first + i];
      even[i / 2] = widths[first + i + 1];
    }
    int group = ODD_MODULES.indexOf(Arrays.stream(odd).sum());
    if (group < 0) {
      return Optional.empty();
    }
    int widestOdd = WIDEST_ODD[group];
    int widestEven = WIDEST_BOTH - widestOdd;
    if (Arrays.stream(odd).anyMatch(width -> width > widestOdd)
        || Arrays.stream(even).anyMatch(width -> width > widestEven)) {
      return Optional.empty();
    }
    long value =
        (long) RSSUtils.getRSSvalue(odd, widestOdd, false) * EVEN_PATTERNS[group]
            + RSSUtils.getRSSvalue(even, widestEven, true);
    return Optional.of(FIRST[group] + value);
  }

  /** Its modules, true for a bar. */
  private static boolean[] drawn(int[] widths) {
    boolean[] modules = new boolean[MODULES];
    int at = 0;
    for (int i = 0; i < widths.length; i++) {
      Arrays.fill(modules, at, at + widths[i], i % 2 == 0);
      at += widths[i];
    }
    return modules;
  }
}
