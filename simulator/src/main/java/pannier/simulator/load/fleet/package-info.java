/**
 * Many carts in one process: each with an endpoint and a session of its own, all on a few threads.
 * With the peers, the only place in the simulator that knows Californium.
 */
@NullMarked
package pannier.simulator.load.fleet;

import org.jspecify.annotations.NullMarked;
