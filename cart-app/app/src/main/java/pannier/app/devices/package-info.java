/**
 * Which devices a cart has, as its settings say, and how they are opened on this machine: drivers,
 * the threads that ask them, and what their counts weigh.
 */
@NullMarked
package pannier.app.devices;

import org.jspecify.annotations.NullMarked;
