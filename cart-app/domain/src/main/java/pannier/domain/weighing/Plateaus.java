package pannier.domain.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.WeightStep;

/**
 * What the scale said while the cart stood still, before and after each weight step. An immutable
 * value.
 *
 * @param nowGrams the last such level since the last step; null if there was none yet
 * @param takenNanos when it was taken
 * @param passages the latest steps, oldest first
 */
record Plateaus(@Nullable Double nowGrams, long takenNanos, List<Passage> passages) {
  static final Plateaus START = new Plateaus(null, 0, List.of());

  /** A level is looked at again after so long, so that drift is followed. */
  private static final long OLD_NANOS = 200_000_000L;

  private static final int MOST = 64;

  /** A hand that sets a thing down and shifts it makes as many steps. */
  private static final int LONGEST = 3;

  /** What was seen crossing the rim lies on the scale within so long, and the other way round. */
  private static final long NEAR_NANOS = 8_000_000_000L;

  /** Weighed while rolling, a step is off by some grams; other things weigh something else. */
  private static final double OFF_GRAMS = 15;

  private static final double OFF_SHARE = 0.02;

  Plateaus {
    passages = List.copyOf(passages);
  }

  /**
   * One step.
   *
   * @param beforeGrams the level at which the cart stood before it; null: it did not stand
   * @param afterGrams the same after it
   */
  record Passage(long startNanos, @Nullable Double beforeGrams, @Nullable Double afterGrams) {}

  Plateaus stepped(WeightStep step) {
    List<Passage> next = new ArrayList<>(passages);
    next.add(new Passage(step.startNanos(), nowGrams, null));
    return new Plateaus(
        null, takenNanos, next.subList(Math.max(0, next.size() - MOST), next.size()));
  }

  /** The cart stands, and this is what lies in it. */
  Plateaus stands(double grams, long nanos) {
    List<Passage> next = passages;
    if (!passages.isEmpty() && passages.getLast().afterGrams() == null) {
      Passage last = passages.getLast();
      next = new ArrayList<>(passages);
      next.set(next.size() - 1, new Passage(last.startNanos(), last.beforeGrams(), grams));
    }
    return new Plateaus(grams, nanos, next);
  }

  /**
   * What went in around an instant and comes nearest to {@code grams}: the difference of two levels
   * at which the cart stood still.
   */
  Optional<Double> find(long nanos, double grams) {
    double nearest = Math.max(OFF_GRAMS, OFF_SHARE * grams);
    Double found = null;
    for (int from = 0; from < passages.size(); from++) {
      Double before = passages.get(from).beforeGrams();
      boolean near = Math.abs(passages.get(from).startNanos() - nanos) <= NEAR_NANOS;
      for (int to = from; near && to < Math.min(passages.size(), from + LONGEST); to++) {
        Double after = passages.get(to).afterGrams();
        double off = before == null || after == null ? nearest : after - before - grams;
        if (before != null && after != null && Math.abs(off) < nearest) {
          nearest = Math.abs(off);
          found = after - before;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  boolean old(long nanos) {
    return nowGrams == null || nanos - takenNanos > OLD_NANOS;
  }

  /** Whether what went in last will be known as soon as the cart stands. */
  boolean open() {
    return nowGrams == null
        && passages.subList(Math.max(0, passages.size() - LONGEST), passages.size()).stream()
            .anyMatch(passage -> passage.beforeGrams() != null);
  }
}
