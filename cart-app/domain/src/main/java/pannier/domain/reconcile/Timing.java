package pannier.domain.reconcile;

import pannier.domain.evidence.Direction;
import pannier.domain.evidence.WeightStep;

/** How well a crossing and the steps of its move go together in time. */
final class Timing {
  private Timing() {}

  /**
   * The load follows a thing that goes in and precedes one that comes out; steps of one move lie
   * close together.
   */
  static double of(Move move, Crossing crossing) {
    if (!move.weighed()) {
      return 1;
    }
    WeightStep first = move.steps().getFirst();
    WeightStep last = move.steps().getLast();
    double early = (crossing.timestampNanos() - first.startNanos()) / 1e9;
    double late = (last.settledNanos() - crossing.timestampNanos()) / 1e9;
    boolean in = crossing.direction() == Direction.IN;
    return within(early, in ? 0.5 : 3) * within(late, in ? 4 : 1.5);
  }

  private static double within(double seconds, double limit) {
    return seconds <= limit ? 1 : StrictMath.exp(-2 * (seconds - limit));
  }
}
