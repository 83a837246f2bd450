package pannier.pricing.tender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.TaxRules;

/**
 * Which taxed goods food benefits leave to be paid otherwise, so that the tax is least. Where the
 * tax is rounded once a bill, those with the lowest rate. Where it is rounded once a line or a
 * rate, each rounding may give a few cents away, and the best split is found exactly: for each
 * amount of tax the most that can be left, pot by pot.
 */
final class LeastTax {
  /**
   * The search takes (tax in cents)² steps at most; above this the lowest rates are left, which is
   * at most half a cent a line from the best. It is reached by taxes of some 40 dollars on what
   * food benefits may pay.
   */
  private static final long MOST_STEPS = 16_000_000;

  private final List<Pot> pots;
  private final long leave;

  private LeastTax(List<Pot> pots, long leave) {
    this.pots = pots;
    this.leave = leave;
  }

  /**
   * Goods that are rounded together.
   *
   * @param fixedMinor what is taxed in any case
   * @param mostMinor what may be left of the benefits' goods
   */
  private record Pot(Rate rate, List<Integer> lines, long fixedMinor, long mostMinor) {
    long taxWith(long leftMinor) {
      return rate.taxOn(fixedMinor + leftMinor) - rate.taxOn(fixedMinor);
    }

    /** The most that can be left for so much more tax. */
    long mostFor(long taxMinor) {
      long tax = rate.taxOn(fixedMinor) + taxMinor;
      return Math.min(mostMinor, rate.largestBaseFor(tax) - fixedMinor);
    }
  }

  /**
   * What is left of each line; together {@code leave}, which is at most what the taxed lines have.
   */
  static long[] leave(List<Payable> lines, long leave, TaxRules rules) {
    boolean byRate = rules.rounding() != TaxRounding.ITEM;
    List<Pot> pots = byRate ? potsByRate(lines) : potsByLine(lines);
    LeastTax search = new LeastTax(pots, leave);
    long[] lowest = search.lowestRates();
    boolean stepless = rules.included() || rules.rounding() == TaxRounding.INVOICE;
    return spread(lines, pots, stepless ? lowest : search.best(lowest));
  }

  private static List<Pot> potsByLine(List<Payable> lines) {
    List<Pot> pots = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Payable line = lines.get(i);
      if (line.snapMinor() > 0 && !line.rate().equals(Rate.ZERO)) {
        long fixed = line.netMinor() - line.snapMinor();
        pots.add(new Pot(line.rate(), List.of(i), fixed, line.snapMinor()));
      }
    }
    return sorted(pots);
  }

  private static List<Pot> potsByRate(List<Payable> lines) {
    List<Pot> pots = new ArrayList<>();
    for (Rate rate : lines.stream().map(Payable::rate).distinct().toList()) {
      List<Integer> some = new ArrayList<>();
      long fixed = 0;
      long most = 0;
      for (int i = lines.size() - 1; i >= 0; i--) {
        if (lines.get(i).rate().equals(rate)) {
          some.add(i);
          fixed += lines.get(i).netMinor() - lines.get(i).snapMinor();
          most += lines.get(i).snapMinor();
        }
      }
      if (most > 0 && !rate.equals(Rate.ZERO)) {
        pots.add(new Pot(rate, some, fixed, most));
      }
    }
    return sorted(pots);
  }

  private static List<Pot> sorted(List<Pot> pots) {
    pots.sort(Comparator.comparing(Pot::rate));
    return Collections.unmodifiableList(pots);
  }

  private long[] lowestRates() {
    long[] left = new long[pots.size()];
    long still = leave;
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.min(still, pots.get(i).mostMinor());
      still -= left[i];
    }
    return left;
  }

  private long[] best(long[] lowest) {
    long bound = 0;
    long options = 0;
    for (int i = 0; i < lowest.length; i++) {
      bound += pots.get(i).taxWith(lowest[i]);
      options += pots.get(i).taxWith(pots.get(i).mostMinor()) + 1;
    }
    if (bound == 0 || pots.size() == 1 || bound > MOST_STEPS / options) {
      return lowest;
    }
    return search((int) bound, lowest);
  }

  /** Looks for less tax than {@code bound}. */
  private long[] search(int bound, long[] otherwise) {
    long[] most = new long[bound];
    int[][] chosen = new int[pots.size()][];
    for (int i = 0; i < pots.size(); i++) {
      chosen[i] = add(pots.get(i), most);
    }
    for (int tax = 0; tax < bound; tax++) {
      if (most[tax] >= leave) {
        return trace(tax, chosen);
      }
    }
    return otherwise;
  }

  /** Raises {@code most} by one pot; returns the tax that the pot takes for each tax in all. */
  private static int[] add(Pot pot, long[] most) {
    int options = (int) Math.min(most.length, pot.taxWith(pot.mostMinor()) + 1);
    long[] left = new long[options];
    Arrays.setAll(left, pot::mostFor);
    int[] chosen = new int[most.length];
    for (int tax = most.length - 1; tax >= 0; tax--) {
      long best = -1;
      for (int own = Math.min(tax, options - 1); own >= 0; own--) {
        long together = most[tax - own] + left[own];
        if (together > best) {
          best = together;
          chosen[tax] = own;
        }
      }
      most[tax] = best;
    }
    return chosen;
  }

  private long[] trace(int tax, int[][] chosen) {
    long[] left = new long[pots.size()];
    long over = -leave;
    int still = tax;
    for (int i = left.length - 1; i >= 0; i--) {
      left[i] = pots.get(i).mostFor(chosen[i][still]);
      over += left[i];
      still -= chosen[i][still];
    }
    for (int i = left.length - 1; i >= 0; i--) {
      long back = Math.min(over, left[i]);
      left[i] -= back;
      over -= back;
    }
    return left;
  }

  private static long[] spread(List<Payable> lines, List<Pot> pots, long[] left) {
    long[] perLine = new long[lines.size()];
    for (int i = 0; i < left.length; i++) {
      long still = left[i];
      for (int line : pots.get(i).lines()) {
        perLine[line] = Math.min(still, lines.get(line).snapMinor());
        still -= perLine[line];
      }
    }
    return perLine;
  }
}
