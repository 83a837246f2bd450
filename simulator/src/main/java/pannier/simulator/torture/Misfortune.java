package pannier.simulator.torture;

import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What goes wrong, and how often. Used by one thread at a time. */
final class Misfortune {
  private final RandomGenerator random;
  private final Rates rates;
  private final Map<String, Integer> crashes = new TreeMap<>();
  private boolean over;

  /**
   * Probabilities, each 0 to 1.
   *
   * @param loss of a message, each way
   * @param twice of a request that comes twice
   * @param late of a request that comes after those that follow it
   * @param crash at a boundary between two writes
   */
  record Rates(double loss, double twice, double late, double crash) {
    static final Rates USUAL = new Rates(0.3, 0.1, 0.1, 0.002);
  }

  /** The power goes: what is not on a disk is gone. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(String where) {
      super(where, null, false, false);
    }
  }

  Misfortune(RandomGenerator random, Rates rates) {
    this.random = random;
    this.rates = rates;
  }

  /** From now on all goes well, so that what is open comes to its end. */
  void end() {
    over = true;
  }

  boolean loses() {
    return !over && random.nextDouble() < rates.loss;
  }

  boolean doubles() {
    return !over && random.nextDouble() < rates.twice;
  }

  boolean delays() {
    return !over && random.nextDouble() < rates.late;
  }

  /** A boundary: here a computer may end. */
  void strike(String where) {
    if (!over && random.nextDouble() < rates.crash) {
      crashes.merge(where, 1, Integer::sum);
      throw new Crash(where);
    }
  }

  /** How often it crashed where. */
  Map<String, Integer> crashes() {
    return Map.copyOf(crashes);
  }
}
