/**
 * What became of the carts' bills, by three books that know nothing of each other: what each cart
 * holds, the ledger, and the payment provider's; and what opened at the barrier.
 */
@NullMarked
package pannier.simulator.load.book;

import org.jspecify.annotations.NullMarked;
