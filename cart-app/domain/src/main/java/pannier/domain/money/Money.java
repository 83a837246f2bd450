package pannier.domain.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minor the amount in the currency's minor unit (cents); negative amounts are refunds
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a decimal amount such as {@code 2.37}.
   *
   * @throws IllegalArgumentException if it is no decimal number, or has more places than the
   *     currency
   */
  public static Money parse(String decimal, Currency currency) {
    try {
      BigDecimal minor =
          new BigDecimal(decimal).movePointRight(currency.getDefaultFractionDigits());
      return new Money(minor.longValueExact(), currency);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "'%s' is no amount in %s".formatted(decimal, currency.getCurrencyCode()), e);
    }
  }

  /** Adds; overflow and a second currency are bugs and throw. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money minus(Money other) {
    requireSame(other);
    return new Money(Math.subtractExact(minor, other.minor), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /** The amount with the currency's places and without its name: {@code 2.37}. */
  public String toDecimal() {
    int places = currency.getDefaultFractionDigits();
    return BigDecimal.valueOf(minor, places).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return Long.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return toDecimal() + " " + currency.getCurrencyCode();
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s do not add".formatted(currency, other.currency));
    }
  }
}
