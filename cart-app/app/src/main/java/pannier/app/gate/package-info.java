/** The cart's way to the gate, as the tick loop wants it. Bills are frozen and priced here. */
@NullMarked
package pannier.app.gate;

import org.jspecify.annotations.NullMarked;
