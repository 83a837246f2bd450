package pannier.pricing.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import pannier.domain.catalogue.Catalogue;
import pannier.pricing.PriceTable;
import pannier.pricing.rule.Occasion;

/**
 * What a store's money goes by.
 *
 * @param zone decides which day it is
 * @param state where the store stands, such as {@code TX}; empty where no rule asks
 * @param store its own name; empty where no rule asks
 */
public record StoreRules(PriceBook book, ZoneId zone, String state, String store) {
  /** Prices alone: no promotion, no tax, no deposit, nothing that food benefits may pay. */
  public static StoreRules pricesOf(Catalogue catalogue) {
    return new StoreRules(PriceBook.of(PriceTable.of(catalogue)), ZoneOffset.UTC, "", "");
  }

  /** Now, here. Coupons and loyalty do not come with a bill yet. */
  public Occasion occasion(Instant now) {
    return new Occasion(LocalDate.ofInstant(now, zone), state, store, Set.of(), false);
  }
}
