package pannier.domain.basket;

import java.util.List;
import pannier.domain.money.CardNumbers;

/**
 * What the shopper pays with and claims: it travels with the bill.
 *
 * @param means in the shopper's order; none: what the cart is set up with
 * @param coupons their codes, as they were shown or typed
 * @param member the loyalty programme's number; empty: no member
 */
public record Wallet(List<Means> means, List<String> coupons, String member) {
  public static final Wallet EMPTY = new Wallet(List.of(), List.of(), "");

  /** As many as a bill takes. */
  public static final int MOST_MEANS = 8;

  public static final int MOST_COUPONS = 16;

  /** Characters of a coupon's or a member's number. */
  public static final int LONGEST = 64;

  public Wallet {
    means = List.copyOf(means);
    coupons = List.copyOf(coupons);
    if (means.size() > MOST_MEANS || coupons.size() > MOST_COUPONS) {
      throw new IllegalArgumentException(
          "%d means, %d coupons".formatted(means.size(), coupons.size()));
    }
    coupons.forEach(Wallet::requireNumber);
    if (!member.isEmpty()) {
      requireNumber(member);
    }
  }

  private static void requireNumber(String number) {
    if (number.isBlank() || number.length() > LONGEST || CardNumbers.in(number)) {
      throw new IllegalArgumentException("no coupon's or member's number, or a card's");
    }
  }
}
