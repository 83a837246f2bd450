package pannier.vision.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/** Counts in how many pictures of a track each code was read. */
final class CodeVote {
  /** A code with a rival must have been read at least so many times as often. */
  private static final int LEAD = 3;

  private final Map<Code, Integer> reads = new LinkedHashMap<>();

  /** Counts one picture's codes. */
  void add(Set<Code> codes) {
    codes.forEach(code -> reads.merge(code, 1, Integer::sum));
  }

  /** The codes that were read often enough and outnumber every other of their symbology. */
  List<Code> accepted() {
    return reads.entrySet().stream()
        .filter(entry -> entry.getValue() >= needed(entry.getKey().symbology()))
        .filter(entry -> entry.getValue() >= LEAD * mostOfARival(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int mostOfARival(Code code) {
    return reads.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(code))
        .filter(entry -> entry.getKey().symbology() == code.symbology())
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  /** By how well a symbology checks itself: a digit only, or a sum over the whole symbol. */
  private static int needed(Symbology symbology) {
    return switch (symbology) {
      case QR -> 1;
      case GS1_128, GS1_DATABAR, GS1_DATABAR_EXPANDED, EAN_13, UPC_A -> 2;
      case EAN_8, UPC_E -> 3;
    };
  }
}
