package pannier.simulator.bench;

import java.util.concurrent.Callable;

/**
 * One of those that are measured in turn.
 *
 * @param units of work that one run does, such as frames: times are given for one of them
 * @param prepare runs before each run and is not timed
 */
record Contender(String name, int units, Callable<?> prepare, Callable<?> run) {
  Contender {
    if (units < 1) {
      throw new IllegalArgumentException("%s does %d units".formatted(name, units));
    }
  }

  /** One that needs no preparation and does one unit. */
  static Contender of(String name, Callable<?> run) {
    return new Contender(name, 1, () -> name, run);
  }
}
