package pannier.simulator.desk.play;

import java.util.function.Consumer;
import pannier.simulator.world.SimulatedWorld;

/**
 * Something that was done to a world before it advanced to an instant. The same acts on a world of
 * the same seed give the same readings.
 */
record Act(long nanos, Consumer<SimulatedWorld> deed) {}
