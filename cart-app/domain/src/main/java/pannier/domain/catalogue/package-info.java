/** What the shop sells: products with their price, mass and codes. */
@NullMarked
package pannier.domain.catalogue;

import org.jspecify.annotations.NullMarked;
