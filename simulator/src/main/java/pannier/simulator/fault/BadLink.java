package pannier.simulator.fault;

import java.util.random.RandomGenerator;

/**
 * Draws what is wrong with the link between a cart and its gate while a bill is settled: some
 * messages are lost, all of them, only one way's, or they come twice or late. Each way equally
 * often, for 1 to 20 s: an estimate, long enough for several tries of a cart at the gate.
 */
public final class BadLink {
  private static final double SHORTEST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 20;

  private final RandomGenerator random;

  /**
   * @param random equal seeds draw equal faults
   */
  public BadLink(RandomGenerator random) {
    this.random = random;
  }

  /** A fault that begins at an instant. */
  public Fault.Link from(long nanos) {
    double seconds = random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS);
    Fault.Passage[] passages = Fault.Passage.values();
    Fault.Passage passage = passages[random.nextInt(passages.length)];
    double share = random.nextBoolean() ? 1 : random.nextDouble(0.2, 0.8);
    Span span = new Span(nanos, nanos + Math.round(seconds * 1e9));
    return new Fault.Link(span, passage, passage == Fault.Passage.LOST ? share : 1);
  }
}
