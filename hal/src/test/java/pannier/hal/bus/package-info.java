/**
 * An I²C bus whose chips are simulated by their registers, on stepped time, below the drivers.
 * Pi4J's own mock cannot do this: its registers are queues.
 */
@NullMarked
package pannier.hal.bus;

import org.jspecify.annotations.NullMarked;
