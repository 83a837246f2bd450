/**
 * Devices that are not there. The cart runs on with them, because each says so and why instead of
 * failing.
 */
@NullMarked
package pannier.hal.absent;

import org.jspecify.annotations.NullMarked;
