/**
 * How a cart comes to its store: it reads the code that staff show, with its own camera or from a
 * shell, and is paired.
 */
@NullMarked
package pannier.app.pair;

import org.jspecify.annotations.NullMarked;
