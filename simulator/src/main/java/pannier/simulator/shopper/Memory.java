package pannier.simulator.shopper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.SimulatedWorld;

/** What a shopper remembers of their own doing, with the list on the screen beside it. */
final class Memory {
  /** Longer ago or later than this, a question is about something else. */
  private static final long NEAR_NANOS = 4_000_000_000L;

  private final SimulatedWorld world;

  Memory(SimulatedWorld world) {
    this.world = world;
  }

  /** Which of the cart's candidates it truly was. */
  Optional<ProductId> which(Decision.Asked asked, Screen screen) {
    List<ProductId> candidates = asked.candidates().stream().map(Candidate::product).toList();
    return done(asked.change().direction(), asked.timestampNanos(), screen).stream()
        .filter(candidates::contains)
        .filter(product -> moved(asked, product) >= asked.change().pieces())
        .findFirst();
  }

  /** How many pieces truly went that way about then. */
  private long moved(Decision.Asked asked, ProductId product) {
    return world.crossings().stream()
        .filter(each -> each.direction() == asked.change().direction())
        .filter(each -> each.product().equals(product))
        .filter(each -> Math.abs(each.nanos() - asked.timestampNanos()) < NEAR_NANOS)
        .count();
  }

  /** What it truly was, whether the cart thinks of it or not; the likeliest first. */
  List<ProductId> done(Direction direction, long nanos, Screen screen) {
    Map<ProductId, Integer> inside = inside(screen.nanos());
    return world.crossings().stream()
        .filter(each -> each.direction() == direction)
        .filter(each -> Math.abs(each.nanos() - nanos) < NEAR_NANOS)
        .sorted(
            Comparator.comparing((Crossing each) -> !isMissing(each, inside, screen))
                .thenComparingLong(each -> Math.abs(each.nanos() - nanos)))
        .map(Crossing::product)
        .distinct()
        .toList();
  }

  /** The list does not show yet what this crossing changed. */
  private static boolean isMissing(
      Crossing crossing, Map<ProductId, Integer> inside, Screen screen) {
    int truth = inside.getOrDefault(crossing.product(), 0);
    int listed = screen.pieces(crossing.product());
    return crossing.direction() == Direction.IN ? listed < truth : listed > truth;
  }

  /** Pieces that are truly inside by now. */
  private Map<ProductId, Integer> inside(long nanos) {
    Map<ProductId, Integer> inside = new HashMap<>();
    for (Crossing crossing : world.crossings()) {
      if (crossing.nanos() <= nanos) {
        inside.merge(
            crossing.product(), crossing.direction() == Direction.IN ? 1 : -1, Integer::sum);
      }
    }
    return inside;
  }
}
