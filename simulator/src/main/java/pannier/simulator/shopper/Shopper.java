package pannier.simulator.shopper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.simulator.hand.Style;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.SimulatedWorld;

/** A shopper who follows a script and answers questions truly. */
public final class Shopper {
  /** A hand starts on its way this long before it is over the rim, at the slowest pace. */
  private static final long LEAD_NANOS = 3_000_000_000L;

  private final SimulatedWorld world;
  private final List<Deed> ahead;
  private final List<Deed> touched = new ArrayList<>();

  /**
   * @param script in any order; a deed of the first three seconds needs a start after zero
   */
  public Shopper(SimulatedWorld world, List<Deed> script) {
    this.world = world;
    this.ahead = new ArrayList<>(script);
    ahead.sort(Comparator.comparingLong(Deed::atNanos));
  }

  /** Does what is due; call it before the world advances to the same instant. */
  public void advanceTo(long nanos) {
    while (!ahead.isEmpty() && due(ahead.get(0), nanos)) {
      Deed deed = ahead.remove(0);
      switch (deed) {
        case Deed.Put put -> world.put(put.product(), style(put.style()), put.atNanos());
        case Deed.Take take -> world.take(take.product(), style(take.style()), take.atNanos());
        case Deed.Pay pay -> touched.add(pay);
        case Deed.Exit exit -> touched.add(exit);
      }
    }
  }

  private static boolean due(Deed deed, long nanos) {
    return switch (deed) {
      case Deed.Put _, Deed.Take _ -> deed.atNanos() - LEAD_NANOS <= nanos;
      case Deed.Pay _, Deed.Exit _ -> deed.atNanos() <= nanos;
    };
  }

  private Style style(Optional<Style> given) {
    return given.orElseGet(world::someStyle);
  }

  /** What was done on the screen or at the gate since the last call, oldest first. */
  public List<Deed> drainTouched() {
    List<Deed> deeds = List.copyOf(touched);
    touched.clear();
    return deeds;
  }

  /** Whether the script is over. */
  public boolean finished() {
    return ahead.isEmpty();
  }

  /**
   * Answers a question of the cart with what it truly was.
   *
   * @param happenedNanos when the cart says that it happened
   * @return the product, or empty if it is none of the candidates
   */
  public Optional<ProductId> answer(
      Direction direction, long happenedNanos, List<ProductId> candidates) {
    return world
        .crossingNear(direction, happenedNanos)
        .map(Crossing::product)
        .filter(candidates::contains);
  }
}
