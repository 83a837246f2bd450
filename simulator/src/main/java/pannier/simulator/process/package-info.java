/**
 * Programs of ours as processes of their own, started with this one's JVM and class path. The
 * demonstration and the load test run their gates so.
 */
@NullMarked
package pannier.simulator.process;

import org.jspecify.annotations.NullMarked;
