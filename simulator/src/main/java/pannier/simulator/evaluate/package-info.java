/**
 * Measures receipts: many trips of random shoppers through the real cart above simulated devices,
 * compared with what truly lay in the basket.
 */
@NullMarked
package pannier.simulator.evaluate;

import org.jspecify.annotations.NullMarked;
