package pannier.simulator.desk.play;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Span;
import pannier.simulator.world.SimulatedWorld;

/** Faults of devices that hold from when they are switched on until they are switched off. */
public final class SwitchedFaults {
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final SimulatedWorld world;
  private final Map<String, Fault.OfDevice> on = new TreeMap<>();

  SwitchedFaults(SimulatedWorld world) {
    this.world = world;
  }

  /**
   * Switches one.
   *
   * @param name by which it is known; what is on already, or off already, stays so
   * @param fault of that span
   * @return what this does to the world
   */
  public Consumer<SimulatedWorld> turn(
      String name, boolean wanted, Function<Span, Fault.OfDevice> fault) {
    Fault.OfDevice holding = on.get(name);
    if (wanted && holding == null) {
      Fault.OfDevice begins = fault.apply(new Span(world.nowNanos(), NEVER));
      on.put(name, begins);
      return in -> in.fail(begins);
    }
    if (!wanted && holding != null) {
      on.remove(name);
      return in -> in.mend(holding);
    }
    return in -> {};
  }

  /** The names of those that are on. */
  public Set<String> on() {
    return new TreeSet<>(on.keySet());
  }
}
