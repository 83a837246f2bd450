/**
 * The cart's end of the settlement: what is to be sent stays on disk until the gate's final answer
 * came. It runs on a thread of its own; the tick hands in and collects.
 */
@NullMarked
package pannier.payment.cart;

import org.jspecify.annotations.NullMarked;
