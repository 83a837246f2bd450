/** Devices that Linux offers as small files of one number each: the backlight, a thermometer. */
@NullMarked
package pannier.hal.sysfs;

import org.jspecify.annotations.NullMarked;
