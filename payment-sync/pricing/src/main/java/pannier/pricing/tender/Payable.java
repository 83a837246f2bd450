package pannier.pricing.tender;

import pannier.pricing.tax.Rate;

/**
 * One line as tenders see it, in minor units.
 *
 * @param netMinor after discounts, without tax unless prices include it
 * @param depositMinor for all its pieces
 * @param snapMinor how much of {@code netMinor} food benefits may pay: all or nothing
 * @param snapDepositMinor how much of {@code depositMinor} they may pay
 */
public record Payable(
    long netMinor, Rate rate, long depositMinor, long snapMinor, long snapDepositMinor) {
  public Payable {
    if (netMinor < 0 || depositMinor < 0) {
      throw new IllegalArgumentException("a line of %d and %d".formatted(netMinor, depositMinor));
    }
    if (snapMinor < 0 || snapMinor > netMinor) {
      throw new IllegalArgumentException("benefits for %d of %d".formatted(snapMinor, netMinor));
    }
    if (snapDepositMinor < 0 || snapDepositMinor > depositMinor) {
      throw new IllegalArgumentException("benefits for a deposit of " + snapDepositMinor);
    }
  }
}
