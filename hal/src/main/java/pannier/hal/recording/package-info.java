/**
 * Devices that play CSV recordings on the cart's clock. A recording is read and checked whole when
 * it is opened, so that a bad row is found before anything of it is played.
 */
@NullMarked
package pannier.hal.recording;

import org.jspecify.annotations.NullMarked;
