package pannier.pricing;

import java.math.BigInteger;

/**
 * Parts an amount over weights without loss: each gets what the sum of the weights so far has
 * earned, rounded half up, less what the ones before it got.
 */
public final class Proportion {
  private static final long SMALL = 1L << 61;

  private Proportion() {}

  /**
   * @param minor 0 or more
   * @param weights 0 or more each, not all 0 unless {@code minor} is
   * @return as many amounts as weights; none is more than its weight if {@code minor} is not more
   *     than their sum
   */
  public static long[] part(long minor, long[] weights) {
    long all = 0;
    for (long weight : weights) {
      all = Math.addExact(all, weight);
    }
    long[] parts = new long[weights.length];
    long soFar = 0;
    long given = 0;
    for (int i = 0; i < weights.length && all > 0; i++) {
      soFar += weights[i];
      long due = rounded(minor, soFar, all);
      parts[i] = due - given;
      given = due;
    }
    return parts;
  }

  /** {@code minor × part / whole}, half up; all of them 0 or more. */
  public static long rounded(long minor, long part, long whole) {
    if (small(minor, part, whole)) {
      return (2 * minor * part + whole) / (2 * whole);
    }
    BigInteger twice = product(minor, part).shiftLeft(1);
    return twice.add(big(whole)).divide(big(whole).shiftLeft(1)).longValueExact();
  }

  /** {@code minor × part / whole} and what the division leaves, in {@code whole}ths. */
  public static Cut cut(long minor, long part, long whole) {
    if (small(minor, part, whole)) {
      return new Cut(minor * part / whole, minor * part % whole);
    }
    BigInteger[] parts = product(minor, part).divideAndRemainder(big(whole));
    return new Cut(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** A number rounded down. */
  public record Cut(long floor, long rest) {}

  private static boolean small(long minor, long part, long whole) {
    return Math.multiplyHigh(minor, part) == 0
        && minor * part >= 0
        && minor * part < SMALL
        && whole < SMALL;
  }

  private static BigInteger product(long a, long b) {
    return big(a).multiply(big(b));
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }
}
