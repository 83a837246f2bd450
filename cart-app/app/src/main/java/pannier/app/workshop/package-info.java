/**
 * What staff do at a free cart, guided by its own screen: cameras aligned, products enrolled, the
 * scale calibrated. What its cameras see is shown there and nowhere else.
 */
@NullMarked
package pannier.app.workshop;

import org.jspecify.annotations.NullMarked;
