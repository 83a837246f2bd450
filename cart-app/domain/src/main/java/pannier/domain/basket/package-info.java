/** What the shopper will pay for, line by line. Lines change by decisions only. */
@NullMarked
package pannier.domain.basket;

import org.jspecify.annotations.NullMarked;
