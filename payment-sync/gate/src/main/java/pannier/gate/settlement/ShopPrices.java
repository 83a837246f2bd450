package pannier.gate.settlement;

import java.util.Optional;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.json.PriceList;
import pannier.wire.Digest;

/** What the gate prices with, and the document by which carts come to the same amounts. */
public final class ShopPrices {
  private final StoreRules rules;
  private final Optional<PriceList> published;

  /** Asked for with each bill, and a store's document is of some megabytes. */
  private final Optional<Digest> digest;

  private ShopPrices(StoreRules rules, Optional<PriceList> published) {
    this.rules = rules;
    this.published = published;
    this.digest = published.map(list -> Digest.of(list.document()));
  }

  /** Prices that carts may fetch. */
  public static ShopPrices of(PriceList list) {
    return new ShopPrices(list.rules(), Optional.of(list));
  }

  /** Prices that no cart can fetch. */
  public static ShopPrices unpublished(StoreRules rules) {
    return new ShopPrices(rules, Optional.empty());
  }

  public StoreRules rules() {
    return rules;
  }

  /** The document's bytes. */
  public Optional<byte[]> document() {
    return published.map(PriceList::document);
  }

  /** What names the document. */
  public Optional<Digest> digest() {
    return digest;
  }
}
