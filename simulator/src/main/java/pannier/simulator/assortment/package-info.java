/**
 * A shop of any size made up by rule: brand families with flavours and sizes. The same number of
 * products is always the same shop.
 */
@NullMarked
package pannier.simulator.assortment;

import org.jspecify.annotations.NullMarked;
