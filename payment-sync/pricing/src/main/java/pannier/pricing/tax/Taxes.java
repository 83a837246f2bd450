package pannier.pricing.tax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pannier.pricing.Proportion;

/**
 * The taxes of a bill, line by line and by rate; both add up to the total, whatever was rounded.
 *
 * @param perLineMinor in the order of the bases
 * @param byRate ascending, rates of zero too
 */
public record Taxes(List<Long> perLineMinor, List<ByRate> byRate) {
  public Taxes {
    perLineMinor = List.copyOf(perLineMinor);
    byRate = List.copyOf(byRate);
  }

  /** What is taxed of one line, at which rate. */
  public record Base(Rate rate, long minor) {
    public Base {
      if (minor < 0) {
        throw new IllegalArgumentException("a base of %d".formatted(minor));
      }
    }
  }

  /** All lines of one rate: what was taxed, and the tax. */
  public record ByRate(Rate rate, long baseMinor, long taxMinor) {}

  public static Taxes of(List<Base> bases, TaxRules rules) {
    long[] perLine = new long[bases.size()];
    switch (rules.rounding()) {
      case ITEM -> eachLine(bases, rules.included(), perLine);
      case RATE -> {
        for (Rate rate : bases.stream().map(Base::rate).distinct().toList()) {
          spread(bases, at(bases, rate), rules.included(), perLine);
        }
      }
      case INVOICE -> spread(bases, all(bases), rules.included(), perLine);
    }
    return new Taxes(Arrays.stream(perLine).boxed().toList(), sum(bases, perLine));
  }

  public long totalMinor() {
    return perLineMinor.stream().mapToLong(Long::longValue).sum();
  }

  private static void eachLine(List<Base> bases, boolean included, long[] perLine) {
    for (int i = 0; i < perLine.length; i++) {
      perLine[i] = bases.get(i).rate().of(included).roundedOf(bases.get(i).minor());
    }
  }

  /** Rounds the sum of some lines once, and gives it to those that were cut most. */
  private static void spread(
      List<Base> bases, List<Integer> some, boolean included, long[] perLine) {
    long left = roundedSum(bases, some, included);
    List<Cut> cuts = new ArrayList<>(some.size());
    for (int line : some) {
      Rate.Share share = bases.get(line).rate().of(included);
      long minor = bases.get(line).minor();
      Proportion.Cut cut = share.cutOf(minor);
      perLine[line] = cut.floor();
      left -= cut.floor();
      cuts.add(new Cut(line, (double) cut.rest() / share.whole()));
    }
    cuts.sort(null);
    for (int i = 0; i < left; i++) {
      perLine[cuts.get(i).line()]++;
    }
  }

  /** What rounding down took from a line; the largest first, equal ones in the bill's order. */
  private record Cut(int line, double minor) implements Comparable<Cut> {
    @Override
    public int compareTo(Cut other) {
      int largestFirst = Double.compare(other.minor, minor);
      return largestFirst != 0 ? largestFirst : Integer.compare(line, other.line);
    }
  }

  private static long roundedSum(List<Base> bases, List<Integer> some, boolean included) {
    SortedMap<Rate, Long> sums = new TreeMap<>();
    for (int line : some) {
      sums.merge(bases.get(line).rate(), bases.get(line).minor(), Math::addExact);
    }
    BigInteger part = BigInteger.ZERO;
    BigInteger whole = BigInteger.ONE;
    for (var sum : sums.entrySet()) {
      Rate.Share share = sum.getKey().of(included);
      BigInteger other = BigInteger.valueOf(share.part()).multiply(big(sum.getValue()));
      part = part.multiply(big(share.whole())).add(other.multiply(whole));
      whole = whole.multiply(big(share.whole()));
    }
    return part.shiftLeft(1).add(whole).divide(whole.shiftLeft(1)).longValueExact();
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  private static List<Integer> all(List<Base> bases) {
    return IntStream.range(0, bases.size()).boxed().toList();
  }

  private static List<Integer> at(List<Base> bases, Rate rate) {
    return all(bases).stream().filter(line -> bases.get(line).rate().equals(rate)).toList();
  }

  private static List<ByRate> sum(List<Base> bases, long[] perLine) {
    SortedMap<Rate, ByRate> sums = new TreeMap<>();
    for (int i = 0; i < perLine.length; i++) {
      ByRate one = new ByRate(bases.get(i).rate(), bases.get(i).minor(), perLine[i]);
      sums.merge(one.rate(), one, Taxes::plus);
    }
    return List.copyOf(sums.values());
  }

  private static ByRate plus(ByRate a, ByRate b) {
    return new ByRate(a.rate(), a.baseMinor() + b.baseMinor(), a.taxMinor() + b.taxMinor());
  }
}
