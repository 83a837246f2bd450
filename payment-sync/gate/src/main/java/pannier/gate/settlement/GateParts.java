package pannier.gate.settlement;

import java.time.InstantSource;
import java.util.Optional;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.audit.Drawing;
import pannier.gate.ledger.Ledger;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.seal.SealBook;
import pannier.pricing.checkout.StoreRules;

/**
 * What a settlement works with.
 *
 * @param clock the gate's own; carts' clocks do not matter
 * @param prices the catalogue's prices with promotions, taxes and benefits
 * @param offline lets shoppers out while ledger or provider are out of reach; empty: nobody does
 * @param seals of the carts' scales from trip to trip; empty: they are not compared
 * @param drawing which bills staff look into before they are paid; empty: none
 */
public record GateParts(
    Ledger ledger,
    PaymentProvider provider,
    Barrier barrier,
    Catalogue catalogue,
    InstantSource clock,
    ShopPrices prices,
    Optional<OfflineDesk> offline,
    Optional<SealBook> seals,
    Optional<Drawing> drawing) {

  /** A gate that draws no bills. */
  public GateParts(
      Ledger ledger,
      PaymentProvider provider,
      Barrier barrier,
      Catalogue catalogue,
      InstantSource clock,
      ShopPrices prices,
      Optional<OfflineDesk> offline,
      Optional<SealBook> seals) {
    this(ledger, provider, barrier, catalogue, clock, prices, offline, seals, Optional.empty());
  }

  /** A gate that compares no seals. */
  public GateParts(
      Ledger ledger,
      PaymentProvider provider,
      Barrier barrier,
      Catalogue catalogue,
      InstantSource clock,
      ShopPrices prices,
      Optional<OfflineDesk> offline) {
    this(ledger, provider, barrier, catalogue, clock, prices, offline, Optional.empty());
  }

  /** A gate that lets nobody out on its own word. */
  public GateParts(
      Ledger ledger,
      PaymentProvider provider,
      Barrier barrier,
      Catalogue catalogue,
      InstantSource clock,
      ShopPrices prices) {
    this(ledger, provider, barrier, catalogue, clock, prices, Optional.empty());
  }

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

  /** The same, which draws bills. */
  public GateParts with(Drawing lots) {
    return new GateParts(
        ledger, provider, barrier, catalogue, clock, prices, offline, seals, Optional.of(lots));
  }

  /** Closes ledger, provider, what waits offline, and the seals. */
  public void close() {
    seals.ifPresent(SealBook::close);
    offline.ifPresent(OfflineDesk::close);
    provider.close();
    ledger.close();
  }

  StoreRules rules() {
    return prices.rules();
  }
}
