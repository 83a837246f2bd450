/**
 * The cart's devices as the rest of the program sees them: one small interface each, polled once a
 * tick, and the records that they report. Nothing here knows a library; adapters live in the
 * packages below, named by what they talk to.
 */
@NullMarked
package pannier.hal;

import org.jspecify.annotations.NullMarked;
