/**
 * A cart's word to staff: how it is, and what they want it to do. It may be lost, unlike a bill:
 * the next one says it better.
 */
@NullMarked
package pannier.payment.cart.status;

import org.jspecify.annotations.NullMarked;
