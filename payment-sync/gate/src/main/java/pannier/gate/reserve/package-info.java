/**
 * A card is authorised when a trip begins, raised as the basket grows, and taken at the exit; what
 * is not needed is given back. Settlements see a provider like any other.
 */
@NullMarked
package pannier.gate.reserve;

import org.jspecify.annotations.NullMarked;
