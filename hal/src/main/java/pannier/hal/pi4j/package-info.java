/**
 * Will hold the devices that Pi4J reaches on a Raspberry Pi: the NAU7802 load-cell converters, the
 * accelerometer and the battery gauge on I²C, the lamp and the beeper on GPIO. Each must pass the
 * contract of its interface in {@code pannier.hal.contract}, and only this package may know Pi4J.
 */
@NullMarked
package pannier.hal.pi4j;

import org.jspecify.annotations.NullMarked;
