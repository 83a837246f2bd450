/** The simulator's own shop: what it sells, what that weighs, costs and looks like. */
@NullMarked
package pannier.simulator.shop;

import org.jspecify.annotations.NullMarked;
