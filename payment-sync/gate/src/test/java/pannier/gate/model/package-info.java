/**
 * The settlement as a small machine of states: cart, network, two gates, ledger and provider, each
 * step of which may be the last one. Every state that up to three faults can lead to is looked at.
 */
@NullMarked
package pannier.gate.model;

import org.jspecify.annotations.NullMarked;
