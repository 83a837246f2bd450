/**
 * The cart on its real devices and its real clock. Until the touch screen is there, a terminal is
 * what a shopper touches and reads.
 */
@NullMarked
package pannier.app.live;

import org.jspecify.annotations.NullMarked;
