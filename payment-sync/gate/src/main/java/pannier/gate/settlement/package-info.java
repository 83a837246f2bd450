/**
 * Takes payment for bills, exactly once whatever fails. It knows the ledger and the provider by
 * their interfaces and nothing of the network.
 */
@NullMarked
package pannier.gate.settlement;

import org.jspecify.annotations.NullMarked;
