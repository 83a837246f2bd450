package pannier.gate.settlement;

import java.time.InstantSource;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.ledger.Ledger;
import pannier.gate.provider.PaymentProvider;
import pannier.pricing.checkout.StoreRules;

/**
 * What a settlement works with.
 *
 * @param clock the gate's own; carts' clocks do not matter
 * @param prices the catalogue's prices with promotions, taxes and benefits
 */
public record GateParts(
    Ledger ledger,
    PaymentProvider provider,
    Barrier barrier,
    Catalogue catalogue,
    InstantSource clock,
    ShopPrices prices) {

  /** A gate of prices alone. */
  public GateParts(
      Ledger ledger,
      PaymentProvider provider,
      Barrier barrier,
      Catalogue catalogue,
      InstantSource clock) {
    this(
        ledger,
        provider,
        barrier,
        catalogue,
        clock,
        ShopPrices.unpublished(StoreRules.pricesOf(catalogue)));
  }

  StoreRules rules() {
    return prices.rules();
  }
}
