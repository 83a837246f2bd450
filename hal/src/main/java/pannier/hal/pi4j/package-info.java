/**
 * What Pi4J reaches on a Raspberry Pi: the I²C bus below the chips of {@code pannier.hal.i2c}, and
 * lamp, beeper and brake on its pins. Only this package knows Pi4J.
 */
@NullMarked
package pannier.hal.pi4j;

import org.jspecify.annotations.NullMarked;
