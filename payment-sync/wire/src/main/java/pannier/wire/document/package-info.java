/**
 * Long documents of the store, such as its price list, in parts by which a cart fetches only what
 * it does not have. How the gate cuts is its own affair; the cart goes by digests.
 */
@NullMarked
package pannier.wire.document;

import org.jspecify.annotations.NullMarked;
