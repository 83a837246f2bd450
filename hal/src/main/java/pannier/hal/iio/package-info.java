/**
 * The devices that Linux itself converts and offers as files (industrial I/O): the load cells'
 * HX711, whose timing a program in user space cannot keep, and the NAU7802 where its driver is
 * loaded. Each passes the contract of its interface in {@code pannier.hal.contract}.
 */
@NullMarked
package pannier.hal.iio;

import org.jspecify.annotations.NullMarked;
