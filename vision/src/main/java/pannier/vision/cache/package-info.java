/**
 * Where vision keeps on disk what it can make again: unpacked native libraries and embeddings of
 * photos. Everything in it may be deleted at any time while no cart is running.
 */
@NullMarked
package pannier.vision.cache;

import org.jspecify.annotations.NullMarked;
