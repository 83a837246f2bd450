package pannier.pricing.rule;

import java.util.Optional;
import pannier.domain.money.Money;

/**
 * How a product is treated by taxes, benefits and deposits.
 *
 * @param taxClass the tax table's name for its kind; empty: not taxed
 * @param snapEligible whether food benefits may pay it (7 CFR 271.2)
 * @param snapClass what a state's restriction calls it, such as {@code soft-drinks}; empty: nothing
 * @param deposit for each piece
 */
public record SaleTerms(
    Optional<String> taxClass, boolean snapEligible, String snapClass, Optional<Deposit> deposit) {
  /** A product on which nothing is known: not taxed, not eligible, without deposit. */
  public static final SaleTerms PLAIN =
      new SaleTerms(Optional.empty(), false, "", Optional.empty());

  /**
   * A container's deposit.
   *
   * @param amount for a piece, 0 or more
   * @param byLaw the part of {@code amount} that the state's law asks for: food benefits may pay
   *     that much and no more (USDA, "Sales Tax, Fees, and Refunds"; Agricultural Act of 2014,
   *     section 4001, questions A1 and A2)
   */
  public record Deposit(Money amount, Money byLaw) {
    public Deposit {
      if (byLaw.minor() < 0 || byLaw.compareTo(amount) > 0) {
        throw new IllegalArgumentException("%s of %s by law".formatted(byLaw, amount));
      }
    }
  }
}
