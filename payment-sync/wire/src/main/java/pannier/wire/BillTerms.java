package pannier.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a bill rests on besides its lines.
 *
 * @param priceList digest of the gate's price list that the cart priced with; empty: with its own
 *     catalogue's prices alone
 * @param dueMinor what the shopper was shown to pay: nets, taxes and deposits, before food benefits
 *     take tax off
 * @param epochDay the shop's day that promotions and taxes are those of, days since 1970
 * @param claims what the shopper claims, and what staff approved
 * @param risk what there is to look into
 */
public record BillTerms(
    Optional<Digest> priceList,
    OptionalLong dueMinor,
    OptionalLong epochDay,
    Claims claims,
    RiskClaim risk) {
  /** Prices alone. */
  public static final BillTerms NONE =
      new BillTerms(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Claims.NONE);

  private static final long MOST_DAYS = 1_000_000;

  public BillTerms {
    dueMinor.ifPresent(minor -> Limits.amount("due", minor));
    epochDay.ifPresent(day -> Limits.range("day", day, 0, MOST_DAYS));
  }

  /** Where nothing is to look into. */
  public BillTerms(
      Optional<Digest> priceList, OptionalLong dueMinor, OptionalLong epochDay, Claims claims) {
    this(priceList, dueMinor, epochDay, claims, RiskClaim.NONE);
  }

  /**
   * What is claimed.
   *
   * @param coupons their codes
   * @param member the loyalty programme's number; empty: no member
   * @param approvedYears up to which age limit staff approved the shopper's age; 0: nobody looked
   * @param approvedBy the member of staff; empty with 0
   */
  public record Claims(List<String> coupons, String member, int approvedYears, String approvedBy) {
    public static final Claims NONE = new Claims(List.of(), "", 0, "");

    static final int MOST_COUPONS = 16;
    private static final int OLDEST = 99;

    public Claims {
      coupons = Limits.list("coupons", coupons, MOST_COUPONS);
      coupons.forEach(coupon -> Limits.text("coupons", coupon, Limits.LONGEST_ID));
      if (!member.isEmpty()) {
        Limits.text("member", member, Limits.LONGEST_ID);
      }
      Limits.range("approved years", approvedYears, 0, OLDEST);
      if (approvedYears > 0) {
        Limits.text("approved by", approvedBy, Limits.LONGEST_TEXT);
      }
    }
  }
}
