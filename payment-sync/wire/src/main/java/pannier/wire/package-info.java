/**
 * The messages that cart and gate speak, as records and as bytes. What each byte means stands in
 * hardware-docs/protocol.md; the golden files of the tests hold both ends to it.
 */
@NullMarked
package pannier.wire;

import org.jspecify.annotations.NullMarked;
