/**
 * What the basket costs: the domain's lines put to the rules of pricing, for the screen, and as the
 * bill that goes to the gate.
 */
@NullMarked
package pannier.app.bill;

import org.jspecify.annotations.NullMarked;
