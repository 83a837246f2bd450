/**
 * Will hold the devices that Linux itself converts and offers as files (industrial I/O), such as
 * the HX711 load-cell converter, whose timing a program in user space cannot keep. Each must pass
 * the contract of its interface in {@code pannier.hal.contract}.
 */
@NullMarked
package pannier.hal.iio;

import org.jspecify.annotations.NullMarked;
