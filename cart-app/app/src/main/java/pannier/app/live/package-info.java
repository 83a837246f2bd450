/**
 * The cart on its real devices and its real clock. Shoppers touch the page of {@link
 * pannier.app.screen}; whoever works on the cart may type at its terminal.
 */
@NullMarked
package pannier.app.live;

import org.jspecify.annotations.NullMarked;
