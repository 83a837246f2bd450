/**
 * The demonstration: a gate and a cart in their own processes, one whole trip, and the checks that
 * say whether it went as it should.
 */
@NullMarked
package pannier.simulator.demo;

import org.jspecify.annotations.NullMarked;
