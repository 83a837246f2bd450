/**
 * Scenarios in short text: what a cart's sensors and people do goes in, one compact line of what
 * the cart made of it comes out.
 */
@NullMarked
package pannier.simulator.scenario;

import org.jspecify.annotations.NullMarked;
