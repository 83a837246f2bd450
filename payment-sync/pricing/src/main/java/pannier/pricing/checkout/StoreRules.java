package pannier.pricing.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import pannier.domain.catalogue.Catalogue;
import pannier.pricing.PriceTable;
import pannier.pricing.refund.AccuracyGuarantee;
import pannier.pricing.rule.MemberNumbers;
import pannier.pricing.rule.Occasion;

/**
 * What a store's money goes by.
 *
 * @param zone decides which day it is
 * @param state where the store stands, such as {@code TX}; empty where no rule asks
 * @param store its own name; empty where no rule asks
 * @param customs what it promises its shoppers
 */
public record StoreRules(PriceBook book, ZoneId zone, String state, String store, Customs customs) {
  /**
   * What a store promises.
   *
   * @param guarantees what is owed where more was charged than the shelf asked
   * @param members who gets its loyalty prices
   */
  public record Customs(List<AccuracyGuarantee> guarantees, MemberNumbers members) {
    public static final Customs NONE = new Customs(List.of(), MemberNumbers.ANY);

    public Customs {
      guarantees = List.copyOf(guarantees);
    }
  }

  /** A store that promises nothing but the lower price. */
  public StoreRules(PriceBook book, ZoneId zone, String state, String store) {
    this(book, zone, state, store, Customs.NONE);
  }

  /** Prices alone: no promotion, no tax, no deposit, nothing that food benefits may pay. */
  public static StoreRules pricesOf(Catalogue catalogue) {
    return new StoreRules(PriceBook.of(PriceTable.of(catalogue)), ZoneOffset.UTC, "", "");
  }

  /** The same rules, with other prices for products that these do not have. */
  public StoreRules orElse(PriceTable others) {
    PriceBook whole =
        new PriceBook(
            book.prices().orElse(others),
            book.terms(),
            book.promotions(),
            book.taxes(),
            book.restrictions());
    return new StoreRules(whole, zone, state, store, customs);
  }

  /** The shop's day at an instant. */
  public LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  /**
   * A day here, with what the shopper claims.
   *
   * @param member a number; one that is no member's, or none, gets no loyalty price
   */
  public Occasion occasion(LocalDate day, Collection<String> coupons, String member) {
    return new Occasion(day, state, store, Set.copyOf(coupons), customs.members().take(member));
  }
}
