/**
 * Chips on I²C, driven by their registers as their data sheets say, over any bus that can write and
 * read. They know no library: {@code pannier.hal.pi4j} has the bus of a Raspberry Pi.
 */
@NullMarked
package pannier.hal.i2c;

import org.jspecify.annotations.NullMarked;
