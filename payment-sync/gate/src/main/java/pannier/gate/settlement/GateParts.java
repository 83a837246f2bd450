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
 * @param rules promotions, taxes and benefits on the catalogue's prices
 */
public record GateParts(
    Ledger ledger,
    PaymentProvider provider,
    Barrier barrier,
    Catalogue catalogue,
    InstantSource clock,
    StoreRules rules) {

  /** A gate of prices alone. */
  public GateParts(
      Ledger ledger,
      PaymentProvider provider,
      Barrier barrier,
      Catalogue catalogue,
      InstantSource clock) {
    this(ledger, provider, barrier, catalogue, clock, StoreRules.pricesOf(catalogue));
  }
}
