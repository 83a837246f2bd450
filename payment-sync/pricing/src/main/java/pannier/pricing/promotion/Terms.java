package pannier.pricing.promotion;

import pannier.pricing.rule.Occasion;
import pannier.pricing.rule.Validity;

/**
 * Who gets a promotion, and when.
 *
 * @param name what the shopper reads
 * @param coupon the code to show; empty: none is asked for
 * @param membersOnly a loyalty price
 */
public record Terms(String name, Validity validity, String coupon, boolean membersOnly) {
  public boolean hold(Occasion occasion) {
    return validity.holds(occasion.date())
        && (coupon.isEmpty() || occasion.coupons().contains(coupon))
        && (!membersOnly || occasion.member());
  }
}
