/**
 * {@code ./pannier load}: many carts settle against a gate, and three books are compared
 * afterwards. {@link pannier.simulator.load.LoadRun} measures the gate and its peers in one run;
 * {@code ./pannier bench} calls it, too: {@code LoadRun.of(new LoadPlan(carts, seconds, 0, seed,
 * true), progress).run()} gives a {@link pannier.simulator.load.LoadReport} whose {@link
 * pannier.simulator.load.Ratios} are the rows on settlement.
 */
@NullMarked
package pannier.simulator.load;

import org.jspecify.annotations.NullMarked;
