package pannier.gate.settlement;

import java.time.InstantSource;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.ledger.Ledger;
import pannier.gate.provider.PaymentProvider;

/**
 * What a settlement works with.
 *
 * @param clock the gate's own; carts' clocks do not matter
 */
public record GateParts(
    Ledger ledger,
    PaymentProvider provider,
    Barrier barrier,
    Catalogue catalogue,
    InstantSource clock) {}
