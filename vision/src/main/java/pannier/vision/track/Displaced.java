package pannier.vision.track;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.Direction;

/**
 * Items that a hand only pushed or moved about in the basket: they left one place before they lay
 * at another, but the hand that would have brought the one came before it could take the other.
 */
final class Displaced {
  private static final int NEAR_CELLS = 8;
  private static final long SLACK_NANOS = 400_000_000;
  private static final float ALIKE_LEVELS = 45;
  private static final float ALIKE_SIZE = 1.6f;
  private static final float ALIKE_SLIVER_SIZE = 3;

  private Displaced() {}

  static List<Crossing> removedFrom(List<Crossing> crossings) {
    List<Crossing> kept = new ArrayList<>(crossings);
    for (Crossing in : crossings) {
      if (in.direction() == Direction.IN) {
        kept.stream()
            .filter(out -> kept.contains(in) && isOneThing(in, out))
            .findFirst()
            .ifPresent(out -> kept.removeAll(List.of(in, out)));
      }
    }
    return kept;
  }

  private static boolean isOneThing(Crossing in, Crossing out) {
    boolean comesFirst = in.timestampNanos() <= out.timestampNanos();
    boolean leavesFirst = out.settledNanos() <= in.settledNanos() + SLACK_NANOS;
    if (out.direction() != Direction.OUT || !comesFirst || !leavesFirst) {
      return false;
    }
    Change came = in.change();
    Change gone = out.change();
    float sizes = (float) came.blob().size() / gone.blob().size();
    float factor = Math.max(sizes, 1 / sizes);
    boolean near = came.blob().box().grown(NEAR_CELLS).meets(gone.blob().box());
    return came.colour().apart(gone.colour()) <= ALIKE_LEVELS
        && factor <= (near ? ALIKE_SLIVER_SIZE : ALIKE_SIZE);
  }
}
