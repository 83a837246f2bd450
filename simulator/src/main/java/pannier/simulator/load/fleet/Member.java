package pannier.simulator.load.fleet;

import pannier.wire.key.OwnKey;

/** A cart that is paired with the gate by its key. */
public record Member(String cartId, OwnKey key) {}
