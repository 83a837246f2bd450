/**
 * What every implementation of a device interface must do, as tests to inherit. Other modules take
 * them from this module's test archive and run them against their own devices.
 */
@NullMarked
package pannier.hal.contract;

import org.jspecify.annotations.NullMarked;
