/**
 * {@code ./pannier torture}: very many settlements on a stepped link above the transport, with
 * every kind of loss and with crashes between any two writes. Afterwards the carts' outcomes, the
 * ledger, the provider's book and the barrier are compared.
 */
@NullMarked
package pannier.simulator.torture;

import org.jspecify.annotations.NullMarked;
