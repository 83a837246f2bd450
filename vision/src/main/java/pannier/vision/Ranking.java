package pannier.vision;

import java.util.Collection;
import java.util.List;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;

/**
 * What a recogniser makes of one item.
 *
 * @param candidates enrolled products, likeliest first; their probabilities and {@code unknown} sum
 *     to at most 1
 * @param unknown probability that it is no enrolled product, 0 to 1
 * @param codes that were read on it
 * @param clarity how far the pictures can be trusted, 0 (useless) to 1 (sharp, large, unhidden)
 */
public record Ranking(
    List<Candidate> candidates, double unknown, List<Code> codes, double clarity) {
  public Ranking {
    candidates = List.copyOf(candidates);
    codes = List.copyOf(codes);
    if (!(unknown >= 0 && unknown <= 1) || !(clarity >= 0 && clarity <= 1)) {
      throw new IllegalArgumentException("unknown %s, clarity %s".formatted(unknown, clarity));
    }
  }

  /** The same without codes that are something else's. */
  public Ranking without(Collection<Code> others) {
    List<Code> own = codes.stream().filter(code -> !others.contains(code)).toList();
    return new Ranking(candidates, unknown, own, clarity);
  }

  /** Nothing is known: no candidate, unknown for sure, no code, no clarity. */
  public static Ranking nothing() {
    return new Ranking(List.of(), 1, List.of(), 0);
  }
}
