/**
 * Who a cart or a gate is: an Ed25519 key pair that it made itself and keeps in a file of its own.
 * Others know it by the public half.
 */
@NullMarked
package pannier.wire.key;

import org.jspecify.annotations.NullMarked;
