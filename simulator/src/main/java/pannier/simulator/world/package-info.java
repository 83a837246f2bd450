/**
 * The simulated cart as the cart's program meets it: devices on stepped time over one basket, in
 * which things lie, come and go. It knows the truth and keeps it from the devices' users.
 */
@NullMarked
package pannier.simulator.world;

import org.jspecify.annotations.NullMarked;
