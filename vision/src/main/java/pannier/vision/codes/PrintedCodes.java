package pannier.vision.codes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.domain.gs1.CheckDigit;

/**
 * The EAN-13 and UPC-A numbers that a shop's goods carry: bars too fine to be decoded are looked
 * for among them.
 */
public final class PrintedCodes {
  private final List<Code> codes = new ArrayList<>();
  private final List<byte[]> patterns = new ArrayList<>();

  /**
   * What an EAN-13 symbol can show of these numbers.
   *
   * @param numbers GTINs of 12 to 14 digits; others, and those whose check digit is wrong, are left
   *     out
   */
  public PrintedCodes(Collection<String> numbers) {
    for (String number : new LinkedHashSet<>(numbers)) {
      String shown =
          number.length() == 14 && number.charAt(0) == '0' ? number.substring(1) : number;
      if ((shown.length() == 12 || shown.length() == 13)
          && shown.chars().allMatch(digit -> digit >= '0' && digit <= '9')
          && CheckDigit.isRight(shown)) {
        boolean upc = shown.length() == 12;
        codes.add(new Code(upc ? Symbology.UPC_A : Symbology.EAN_13, shown));
        patterns.add(EanBars.patterns(upc ? "0" + shown : shown));
      }
    }
  }

  /** Of all products that a shop sells. */
  public static PrintedCodes of(Catalogue catalogue) {
    return new PrintedCodes(
        catalogue.products().stream().flatMap(product -> product.codes().stream()).toList());
  }

  /** Of a shop that has told none. */
  public static PrintedCodes none() {
    return new PrintedCodes(List.of());
  }

  boolean isEmpty() {
    return codes.isEmpty();
  }

  Code code(int index) {
    return codes.get(index);
  }

  byte[] patterns(int index) {
    return patterns.get(index);
  }

  /** The numbers that fit best, best first, at most so many. */
  int[] best(float[][] costs, int most) {
    int[] best = new int[Math.min(most, codes.size())];
    float[] sums = new float[best.length];
    int count = 0;
    for (int index = 0; index < codes.size(); index++) {
      byte[] own = patterns.get(index);
      float sum = 0;
      for (int place = 0; place < own.length; place++) {
        sum += costs[place][own[place]];
      }
      int at = count;
      while (at > 0 && sums[at - 1] > sum) {
        at--;
      }
      if (at < best.length) {
        count = Math.min(best.length, count + 1);
        for (int i = count - 1; i > at; i--) {
          best[i] = best[i - 1];
          sums[i] = sums[i - 1];
        }
        best[at] = index;
        sums[at] = sum;
      }
    }
    return best;
  }
}
