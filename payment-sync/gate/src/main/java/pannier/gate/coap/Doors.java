package pannier.gate.coap;

import pannier.gate.pairing.Doorkeeper;

/**
 * Who comes in, and how often.
 *
 * @param readers who may look, by pre-shared keys
 */
record Doors(Doorkeeper keeper, CartKeys readers, GateLimits limits) {
  Peers peers() {
    return new Peers(keeper.carts(), readers);
  }
}
