package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.simulator.world.Crossing;

/**
 * Whether what the cart holds for nine in ten comes true nine times in ten: its bookings and the
 * first answers that its questions offered, by the probability that it gave them.
 */
final class Reliability {
  /** The lower ends of the classes. */
  private static final double[] FROM = {0, 0.5, 0.8, 0.9, 0.98, 0.995};

  private static final long WITHIN_NANOS = 5_000_000_000L;

  private final List<List<Boolean>> right = new ArrayList<>();

  Reliability() {
    for (int i = 0; i < FROM.length; i++) {
      right.add(new ArrayList<>());
    }
  }

  /**
   * What the cart took something for.
   *
   * @param nanos when it happened
   * @param probability that the cart gave it, 0 to 1
   */
  record Guess(long nanos, Direction direction, ProductId product, double probability) {
    private boolean isTrue(List<Crossing> crossings) {
      return crossings.stream()
          .anyMatch(
              each ->
                  each.direction() == direction
                      && each.product().equals(product)
                      && Math.abs(each.nanos() - nanos) < WITHIN_NANOS);
    }
  }

  void add(List<Guess> guesses, List<Crossing> crossings) {
    for (Guess guess : guesses) {
      int at = 0;
      while (at + 1 < FROM.length && guess.probability >= FROM[at + 1]) {
        at++;
      }
      right.get(at).add(guess.isTrue(crossings));
    }
  }

  /** One object a class that was met: its lower end, how many there were, how many were right. */
  ArrayNode figures() {
    ArrayNode classes = new ObjectMapper().createArrayNode();
    for (int i = 0; i < FROM.length; i++) {
      List<Boolean> own = right.get(i);
      if (!own.isEmpty()) {
        classes
            .addObject()
            .put("from", FROM[i])
            .put("guesses", own.size())
            .put("right", (int) own.stream().filter(Boolean::booleanValue).count());
      }
    }
    return classes;
  }
}
