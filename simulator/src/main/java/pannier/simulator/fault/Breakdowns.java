package pannier.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.simulator.fault.Fault.Machine;

/**
 * Draws what goes wrong with a cart's and a gate's computers during a trip: one to three of kill -9
 * of the cart, its power gone between two of its writes, its disk full, its program standing still,
 * kill -9 of the gate, its disk full, its clock wrong, and a bad link between them. How long each
 * lasts is an estimate: shorter than a shopper's patience.
 */
public final class Breakdowns {
  private static final double FIRST_SECONDS = 3;
  private static final double LAST_SECONDS = 90;
  private static final int BATTERY_PULLS = 5;
  private static final List<String> CART_MOMENTS =
      FaultReader.CART_MOMENTS.stream().sorted().toList();

  private final RandomGenerator random;

  private enum Kind {
    CART_KILLED,
    CART_CUT,
    CART_FULL,
    CART_STALLED,
    GATE_KILLED,
    GATE_FULL,
    GATE_CLOCK,
    LINK
  }

  /**
   * @param random equal seeds draw equal faults
   */
  public Breakdowns(RandomGenerator random) {
    this.random = random;
  }

  /** Those of one trip, which begins at 0. */
  public List<Fault.OfSystem> draw() {
    List<Fault.OfSystem> faults = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      faults.add(fault(Kind.values()[random.nextInt(Kind.values().length)]));
    }
    return faults;
  }

  /** The cart's battery is pulled out now and then and put in again. */
  public List<Fault.OfSystem> batteryOut() {
    List<Fault.OfSystem> faults = new ArrayList<>();
    for (int i = 0; i < BATTERY_PULLS; i++) {
      faults.add(new Fault.Death(span(2, 6), Machine.CART, Fault.Death.AT_ONCE));
    }
    return faults;
  }

  private Fault.OfSystem fault(Kind kind) {
    return switch (kind) {
      case CART_KILLED -> new Fault.Death(span(0.5, 6), Machine.CART, Fault.Death.AT_ONCE);
      case CART_CUT ->
          new Fault.Death(
              span(0.5, 6), Machine.CART, CART_MOMENTS.get(random.nextInt(CART_MOMENTS.size())));
      case CART_FULL -> new Fault.FullDisk(span(1, 10), Machine.CART);
      case CART_STALLED ->
          new Fault.ClockJump(span(900, 901), Machine.CART, nanos(random.nextDouble(0.2, 5)));
      case GATE_KILLED -> new Fault.Death(span(1, 15), Machine.GATE, Fault.Death.AT_ONCE);
      case GATE_FULL -> new Fault.FullDisk(span(1, 15), Machine.GATE);
      case GATE_CLOCK ->
          new Fault.ClockJump(span(900, 901), Machine.GATE, nanos(random.nextDouble(-7200, 7200)));
      case LINK -> new BadLink(random).from(nanos(random.nextDouble(FIRST_SECONDS, LAST_SECONDS)));
    };
  }

  private Span span(double shortestSeconds, double longestSeconds) {
    long from = nanos(random.nextDouble(FIRST_SECONDS, LAST_SECONDS));
    return new Span(from, from + nanos(random.nextDouble(shortestSeconds, longestSeconds)));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
