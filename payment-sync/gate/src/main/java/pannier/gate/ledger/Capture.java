package pannier.gate.ledger;

import pannier.wire.SettlementKey;

/** An authorised amount that is still to be taken. */
public record Capture(
    long id, SettlementKey key, String tender, long amountMinor, String currency) {}
