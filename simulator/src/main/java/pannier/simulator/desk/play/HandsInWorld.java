package pannier.simulator.desk.play;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.world.Lying;
import pannier.simulator.world.SimulatedWorld;

/**
 * Two hands that are told what to move, and when they can: one deed after the other, or, if that is
 * asked for, both hands at once.
 */
public final class HandsInWorld {
  /** A hand is out of view before that. */
  private static final long REACH_NANOS = 1_200_000_000L;

  private static final long TAKE_NANOS = 2_200_000_000L;
  private static final long NEXT_NANOS = 2_200_000_000L;
  private static final long TOGETHER_NANOS = 250_000_000L;

  private final SimulatedWorld world;
  private long overRimNanos = Long.MIN_VALUE / 2;

  HandsInWorld(SimulatedWorld world) {
    this.world = world;
  }

  /** How a product is put in. */
  public enum Way {
    /** In view of the cameras. */
    OPENLY,
    /** In the other hand, while the last one is still on its way. */
    TOGETHER,
    /** In a sleeve or a fist, where no camera sees it. */
    HIDDEN
  }

  /** A piece goes in. */
  public Consumer<SimulatedWorld> put(ProductId product, Way way) {
    long apart = way == Way.TOGETHER ? TOGETHER_NANOS : NEXT_NANOS;
    long over = next(world.nowNanos() + REACH_NANOS, apart);
    return way == Way.HIDDEN
        ? in -> in.hide(product, in.someStyle(), over)
        : in -> in.put(product, in.someStyle(), over);
  }

  /** The piece that came last comes out; empty if none is to be seen in the basket. */
  public Optional<Consumer<SimulatedWorld>> take(ProductId product) {
    List<Lying> pieces =
        world.lying().stream().filter(each -> each.product().equals(product)).toList();
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    long earliest = Math.max(world.nowNanos(), pieces.getLast().restNanos()) + TAKE_NANOS;
    long over = next(earliest, NEXT_NANOS);
    return Optional.of(in -> in.take(product, in.someStyle(), over));
  }

  private long next(long earliestNanos, long apartNanos) {
    overRimNanos = Math.max(earliestNanos, overRimNanos + apartNanos);
    return overRimNanos;
  }
}
