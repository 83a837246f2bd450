/**
 * Payment providers: who moves the money. An authorisation and all that follows it go by the key of
 * the settlement, so that a repeated call is the same call.
 */
@NullMarked
package pannier.gate.provider;

import org.jspecify.annotations.NullMarked;
