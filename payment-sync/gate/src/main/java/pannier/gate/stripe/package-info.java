/**
 * Stripe's PaymentIntents as a payment provider: manual capture, incremental authorisation,
 * refunds. Stripe's library stays in this package.
 */
@NullMarked
package pannier.gate.stripe;

import org.jspecify.annotations.NullMarked;
