/**
 * The gate's ledger: what was intended, charged, answered and opened. What it committed survives
 * the machine; nothing is answered or opened before.
 */
@NullMarked
package pannier.gate.ledger;

import org.jspecify.annotations.NullMarked;
