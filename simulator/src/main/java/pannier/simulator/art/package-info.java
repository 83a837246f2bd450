/**
 * The look of the shop's own products: brands, colours, patterns, pictures, print and barcodes,
 * painted onto the wraps of the bodies. All of it is drawn by this code.
 */
@NullMarked
package pannier.simulator.art;

import org.jspecify.annotations.NullMarked;
