/**
 * What of a trip a shop may want to look into, and how much: counts of what happened, never of who
 * it happened to. Pure, as the cart puts it onto each bill and the gate reads it there.
 */
@NullMarked
package pannier.domain.audit;

import org.jspecify.annotations.NullMarked;
