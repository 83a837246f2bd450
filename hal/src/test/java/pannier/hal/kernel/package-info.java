/**
 * What runs inside an emulated Raspberry Pi, above a real kernel and Pi4J's own libraries: see
 * {@code hal/kernel/prove.sh}. No part of the ordinary tests.
 */
@NullMarked
package pannier.hal.kernel;

import org.jspecify.annotations.NullMarked;
