/**
 * Where a gate keeps its books: in files of its own, or on the server that a store's gates share.
 * Whatever another gate needs is in one of them.
 */
@NullMarked
package pannier.gate.shelf;

import org.jspecify.annotations.NullMarked;
