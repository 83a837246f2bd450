package pannier.pricing.tax;

import java.math.BigDecimal;
import pannier.pricing.Proportion;

/**
 * A tax rate, exactly.
 *
 * @param billionths 0 to 1,000,000,000: 0.0825 is 82,500,000
 */
public record Rate(long billionths) implements Comparable<Rate> {
  public static final int PLACES = 9;
  public static final Rate ZERO = new Rate(0);
  private static final long ONE = 1_000_000_000L;

  public Rate {
    if (billionths < 0 || billionths > ONE) {
      throw new IllegalArgumentException("a rate of %d billionths".formatted(billionths));
    }
  }

  /**
   * Reads a fraction such as {@code 0.0825}.
   *
   * @throws IllegalArgumentException below 0, above 1, or with more than nine places
   */
  public static Rate parse(String decimal) {
    try {
      return new Rate(new BigDecimal(decimal).movePointRight(PLACES).longValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("'%s' is no rate".formatted(decimal), e);
    }
  }

  public Rate plus(Rate other) {
    return new Rate(billionths + other.billionths);
  }

  /** The tax on an amount: on top of it, or contained in it. */
  Share of(boolean included) {
    return included ? new Share(billionths, ONE + billionths) : new Share(billionths, ONE);
  }

  /** The tax that comes on top of an amount, half up. */
  public long taxOn(long minor) {
    return of(false).roundedOf(minor);
  }

  /**
   * The largest amount on which {@link #taxOn} is at most {@code taxMinor}; {@code Long.MAX_VALUE}
   * at a rate of 0.
   */
  public long largestBaseFor(long taxMinor) {
    return of(false).largestFor(taxMinor);
  }

  /** The fraction in plain digits: {@code 0.0825}. */
  public String toDecimal() {
    BigDecimal plain = BigDecimal.valueOf(billionths, PLACES).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
  }

  @Override
  public int compareTo(Rate other) {
    return Long.compare(billionths, other.billionths);
  }

  /** A part of an amount, as a fraction in its lowest terms; it multiplies within 64 bits. */
  record Share(long part, long whole) {
    Share {
      long divisor = commonDivisor(whole, part);
      part /= divisor;
      whole /= divisor;
    }

    private static long commonDivisor(long a, long b) {
      return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** Half up. */
    long roundedOf(long minor) {
      return Proportion.rounded(minor, part, whole);
    }

    /** Rounded down, with what that takes in {@code whole}ths. */
    Proportion.Cut cutOf(long minor) {
      return Proportion.cut(minor, part, whole);
    }

    /** The largest amount whose rounded share is at most {@code minor}. */
    long largestFor(long minor) {
      if (part == 0) {
        return Long.MAX_VALUE;
      }
      Proportion.Cut first = Proportion.cut(2 * minor + 1, whole, 2 * part);
      return first.rest() > 0 ? first.floor() : first.floor() - 1;
    }
  }
}
