package pannier.wire;

/**
 * The cart withdraws an attempt: the shopper went back, or the basket changed. The gate answers
 * with {@link Declined} once nothing can be charged under the key any more, or with the {@link
 * Receipt} if it was too late.
 */
public record VoidRequest(SettlementKey key) implements Message {}
