/**
 * Money that goes back, and what staff decide about it. The ledger keeps both; the provider hears
 * of it from the gate's outbox.
 */
@NullMarked
package pannier.gate.refund;

import org.jspecify.annotations.NullMarked;
