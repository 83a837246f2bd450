/**
 * Cash at a staffed till: what the gate waits for, and what the till is to hand out. A shopper is
 * found by a code that their cart shows.
 */
@NullMarked
package pannier.gate.till;

import org.jspecify.annotations.NullMarked;
