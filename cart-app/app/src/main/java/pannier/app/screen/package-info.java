/**
 * The shopper's touch screen: a pure view of the cart's state, sent to any number of browsers, and
 * their touches as the inputs that the tick loop takes. What it looks like is in the page's folder.
 */
@NullMarked
package pannier.app.screen;

import org.jspecify.annotations.NullMarked;
